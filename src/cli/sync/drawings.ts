import { aliasesOf } from '../../corpus/config.ts'
import type { Corpus } from '../../corpus/corpus.ts'
import { languageOf, type Locale } from '../../corpus/locale.ts'
import type { Facts } from '../../markdown/facts.ts'
import type { Canon } from '../../settings/canon.ts'
import { regionRanges } from '../../settings/region.ts'
import type { Drawing } from '../../sync/regions.ts'
import { checkClaims, openCanon } from '../canon.ts'
import type { Workspace } from '../workspace.ts'

/** What regions of settings are made of, locale by locale; nothing is read before the first document that has one. */
export class Drawings {
  readonly #workspace: Workspace
  readonly #corpus: Corpus
  #canon: Promise<Canon | undefined> | undefined

  constructor(workspace: Workspace, corpus: Corpus) {
    this.#workspace = workspace
    this.#corpus = corpus
  }

  /** Undefined where a document has no region, where there is no settings file, and where nobody has written down the words of the language. */
  async for(locale: Locale, { facts }: { readonly facts: Facts }): Promise<Drawing | undefined> {
    if (regionRanges(facts.comments).length === 0) return undefined
    this.#canon ??= this.#opened()
    const canon = await this.#canon
    const { lexicons } = await import('../../settings/lexicon/index.ts')
    const wording = lexicons.get(languageOf(locale, aliasesOf(this.#workspace.config)))?.write
    return canon && wording && { canon, wording }
  }

  async #opened(): Promise<Canon | undefined> {
    const canon = await openCanon(this.#workspace)
    checkClaims(canon, this.#corpus.guides.keys())
    return canon
  }
}
