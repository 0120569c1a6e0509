/** Why a parser would not answer: the other one must (`reference`), or its stack ran out (`depth`). */
export type RefusalKind = 'reference' | 'depth'

/** A parser declines a document; nothing is wrong with the program, and the message says why. */
export class ParseRefusal extends Error {
  override readonly name = 'ParseRefusal'
  readonly kind: RefusalKind

  constructor(kind: RefusalKind, reason: string) {
    super(reason)
    this.kind = kind
  }
}
