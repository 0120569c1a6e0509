/** What a word can mean in a sentence about settings. */
export const meanings = [
  'incoming',
  'outgoing',
  'server',
  'port',
  'encryption',
  'on',
  'off',
  'yes',
  'no',
  'without',
  'none',
  'plain',
  'encrypted',
  'not',
  'or',
  'and',
  'identity',
  'example',
] as const

export type Meaning = (typeof meanings)[number]

/**
 * The words of one language, for reading settings and for writing them. A word stands for itself in any letter case,
 * with or without its accents; `*` at its end or beginning stands for any letters: `entrant*`, `*eingang*`. Several
 * words in a row are one expression: `user name`. A hyphen or an apostrophe is written as a space.
 */
export interface Lexicon {
  /** `fr` */
  readonly language: string
  readonly read: Readonly<Record<Meaning, readonly string[]>>
  readonly write: Wording
}

/** What a generated table or line says. */
export interface Wording {
  /** The head of the column of protocols: `Service`. */
  readonly service: string
  readonly server: string
  readonly port: string
  readonly security: string
  /** `Incoming mail` */
  readonly incoming: string
  readonly outgoing: string
  /** What stands for no encryption: `None`. */
  readonly none: string
  /** Between a label and its value. */
  readonly colon: string
}
