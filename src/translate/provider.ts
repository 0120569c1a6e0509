/** Words to translate, with numbered tags, and what may help. */
export interface Asked {
  readonly id: string
  readonly words: string
  /** Where they stand: headings, file and line. */
  readonly context: readonly string[]
}

/** What holds for all words of a request. */
export interface Request {
  /** BCP 47 tags. */
  readonly languages: { readonly source: string; readonly target: string }
  /** What the glossary calls things, source and target. */
  readonly terms: readonly (readonly [string, string])[]
  readonly signal?: AbortSignal
}

/** Translates words: gives what it has by their ids, and leaves out what it has not. */
export interface Provider {
  readonly name: string
  /** How many it is asked for at once. */
  readonly batch: number
  /** @throws ProviderFault where it cannot be asked at all. */
  translate(asked: readonly Asked[], request: Request): Promise<ReadonlyMap<string, string>>
}

/** A provider that cannot serve, in words that hold no key. */
export class ProviderFault extends Error {
  override readonly name = 'ProviderFault'
}
