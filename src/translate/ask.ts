import type { Asked, Provider, Request } from './provider.ts'

/** An answer that is not right, and why. */
export interface RefusedAnswer {
  readonly id: string
  readonly words: string
  readonly reasons: readonly string[]
}

/** What came of asking. */
export interface Asking {
  readonly answers: ReadonlyMap<string, string>
  /** Wrong twice. */
  readonly refused: readonly RefusedAnswer[]
  /** Ids of which the provider said nothing. */
  readonly silent: readonly string[]
}

/** Says what is wrong with an answer; nothing where it is right. */
export type Judge = (id: string, words: string) => readonly string[]

/** Where answers are kept, so that a run that was cut short goes on where it ended. */
export interface Keeper {
  get(words: string): string | undefined
  put(answers: readonly (readonly [words: string, answer: string])[]): Promise<void>
}

/** Asks a provider for translations, batch by batch; an answer that is wrong is asked for once more, then refused. */
export async function ask(
  asked: readonly Asked[],
  provider: Provider,
  request: Request,
  judge: Judge,
  keeper?: Keeper,
): Promise<Asking> {
  const answers = new Map<string, string>()
  const open: Asked[] = []
  for (const each of asked) {
    const known = keeper?.get(each.words)
    if (known !== undefined && judge(each.id, known).length === 0) answers.set(each.id, known)
    else open.push(each)
  }
  const refused = new Map<string, RefusedAnswer>()
  const silent = new Set<string>()
  for (let at = 0; at < open.length; at += provider.batch) {
    let batch = open.slice(at, at + provider.batch)
    for (let turn = 0; turn < 2 && batch.length > 0; turn++) {
      request.signal?.throwIfAborted()
      const found = await provider.translate(batch, request)
      const good: (readonly [string, string])[] = []
      batch = batch.filter(({ id, words }) => {
        const answer = found.get(id)
        const reasons = answer === undefined ? [] : judge(id, answer)
        refused.delete(id)
        silent.delete(id)
        if (answer === undefined) silent.add(id)
        else if (reasons.length > 0) refused.set(id, { id, words: answer, reasons })
        else {
          answers.set(id, answer)
          good.push([words, answer])
          return false
        }
        return true
      })
      await keeper?.put(good)
    }
  }
  return { answers, refused: [...refused.values()], silent: [...silent] }
}
