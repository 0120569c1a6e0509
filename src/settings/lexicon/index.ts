import { cs } from './cs.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fi } from './fi.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import type { Lexicon } from './lexicon.ts'
import { lt } from './lt.ts'
import { nl } from './nl.ts'
import { pl } from './pl.ts'
import { pt } from './pt.ts'

/** The languages in which settings are read and written, by their codes. */
export const lexicons: ReadonlyMap<string, Lexicon> = new Map(
  [cs, de, en, es, fi, fr, it, lt, nl, pl, pt].map((lexicon) => [lexicon.language, lexicon]),
)
