import { aliasesOf } from '../../corpus/config.ts'
import { openDocument, type Document, type OpenDocument } from '../../corpus/document.ts'
import { languageTagOf, type Locale } from '../../corpus/locale.ts'
import type { Kit, KitUnit } from '../../exchange/kit.ts'
import type { CorpusOnDisk } from '../../io/read.ts'
import type { Origin } from '../../l10n/ledger.ts'
import { putUnits, type Wording } from '../../l10n/put-units.ts'
import { recordOf } from '../../l10n/record.ts'
import { statesOf } from '../../l10n/state.ts'
import { unitsOf, type Unit } from '../../l10n/unit.ts'
import { beadsBetween, type Sheet } from '../../sync/sheet.ts'
import type { TargetOutcome } from '../../sync/target.ts'
import { composeEdits, hashOf } from '../../text/edit.ts'
import { drafterFor } from '../kits/draft.ts'
import { knownOf } from '../kits/ledger.ts'
import type { Workspace } from '../workspace.ts'

/** What is put into targets, told for them. */
export interface Filling {
  readonly source: { readonly document: Document; readonly text: string; readonly locale: Locale }
  readonly target: { readonly document: Document; readonly locale: Locale }
  readonly head: Sheet
  /** Git's id of the source. */
  readonly blob: string
  readonly read: (text: string) => Promise<Sheet>
}

type Drafter = (kit: Kit) => Promise<{ readonly units: readonly KitUnit[]; readonly told: readonly string[] }>

/** Translations of what a sync has just put in, in the source's words, and whose they are. */
interface Found {
  readonly wordings: readonly Wording[]
  readonly origins: ReadonlyMap<Unit, Origin>
  readonly told: readonly string[]
}

/** Below this a match is another text. */
const same = 99

/**
 * Puts translations in the place of what a sync has just put in: what the guides have already translated so, and what a
 * provider says where one was named. Words that somebody else may have meant are left alone.
 */
export class Filler {
  readonly #workspace: Workspace
  readonly #disk: CorpusOnDisk
  readonly #provider: string | undefined
  readonly #drafters = new Map<string, Promise<readonly Drafter[]>>()

  constructor(workspace: Workspace, disk: CorpusOnDisk, provider: string | undefined) {
    this.#workspace = workspace
    this.#disk = disk
    this.#provider = provider
  }

  /** The outcome with such words in it, and what there is to say of them. */
  async fill<Outcome extends TargetOutcome>(
    outcome: Outcome,
    filling: Filling,
  ): Promise<{ readonly outcome: Outcome; readonly notes: readonly string[] }> {
    if (outcome.inserted.size === 0) return { outcome, notes: [] }
    const { source, target, head, blob, read } = filling
    const original: OpenDocument = { ...source.document, text: source.text, facts: head.facts }
    const { text, facts, parts } = outcome.target
    const translation: OpenDocument = { ...target.document, text, facts, hash: hashOf(text) }
    const { wordings, origins, told } = await this.#found(original, translation, outcome, filling)
    if (wordings.length === 0) return { outcome, notes: told }
    const put = await putUnits(
      translation,
      () => Promise.resolve(original),
      wordings,
      async (words) => (await read(words)).facts,
    )
    const refused = new Set(put.refused.map(({ unit }) => unit))
    const originAt = new Map(
      wordings.flatMap(({ unit }) => (refused.has(unit) ? [] : [[unit.targetPlace, origins.get(unit)]])),
    )
    if (originAt.size === 0) return { outcome, notes: told }
    const after = await read(put.text)
    if (after.parts.length !== parts.length) return { outcome, notes: told }
    const beads = beadsBetween(head, after)
    const { lines } = outcome.ledger
    const before = statesOf(head.parts, parts, lines, beadsBetween(head, outcome.target))
    const recorded = recordOf(before, head.parts, after.parts, lines, {
      blob,
      acceptedAs: (index) => originAt.get(after.parts[index]?.segment),
    })
    return {
      outcome: {
        ...outcome,
        edits: composeEdits(outcome.edits, put.edits),
        target: after,
        ledger: { ...outcome.ledger, lines: recorded },
        states: statesOf(head.parts, after.parts, recorded, beads),
        changes: new Map([...outcome.changes, ['filled', originAt.size]]),
      },
      notes: told,
    }
  }

  async #found(
    original: OpenDocument,
    translation: OpenDocument,
    { inserted, target }: TargetOutcome,
    { source, target: { locale } }: Filling,
  ): Promise<Found> {
    const own = new Set([...inserted].map((index) => target.parts[index]?.segment))
    const open = unitsOf(original, translation).filter(
      ({ targetPlace, state }) => state === 'untranslated' && own.has(targetPlace),
    )
    const kit = this.#kitOf(source.document, { source: source.locale, target: locale }, open)
    const wordings: Wording[] = []
    const origins = new Map<Unit, Origin>()
    const told: string[] = []
    let left = kit.units
    for (const drafter of open.length === 0 ? [] : await this.#draftersFor(source.locale, locale)) {
      const drafts = await drafter({ ...kit, units: left })
      told.push(...drafts.told)
      for (const unit of drafts.units) {
        const [match] = unit.matches
        const words =
          unit.state === 'fuzzy' ? unit.target?.text : match && match.score >= same ? match.target : undefined
        if (words === undefined) continue
        wordings.push({ unit, words })
        origins.set(unit, unit.state === 'fuzzy' ? 'machine' : 'memory')
      }
      const done = new Set(wordings.map(({ unit }) => unit.id))
      left = left.filter(({ id }) => !done.has(id))
      if (left.length === 0) break
    }
    return { wordings, origins, told }
  }

  /** What the guides have translated first, then the provider, for what is left. */
  async #draftersFor(source: Locale, locale: Locale): Promise<readonly Drafter[]> {
    const key = `${source} ${locale}`
    const known = this.#drafters.get(key) ?? this.#openDrafters(source, locale)
    this.#drafters.set(key, known)
    return known
  }

  async #openDrafters(source: Locale, locale: Locale): Promise<readonly Drafter[]> {
    const kits = [...this.#disk.corpus.guides.values()].flatMap(({ documents }): Kit[] => {
      const [own, other] = [documents.get(source), documents.get(locale)]
      if (!own || !other || own.facts.refused || other.facts.refused) return []
      const pair = { root: this.#workspace.root, locale, source: this.#open(own), target: this.#open(other) }
      return [this.#kitOf(own, { source, target: locale }, unitsOf(pair.source, pair.target, knownOf(pair)))]
    })
    const by = async (provider?: string): Promise<Drafter> =>
      drafterFor(kits, this.#workspace, {
        cwd: this.#workspace.root,
        ...(provider !== undefined && { provider }),
      })
    return this.#provider === undefined ? [await by()] : [await by(), await by(this.#provider)]
  }

  #open(document: Document): OpenDocument {
    return openDocument(document, this.#disk.textOf(document.path))
  }

  #kitOf({ guide, path }: Document, locales: Kit['locales'], units: readonly Unit[]): Kit {
    const aliases = aliasesOf(this.#workspace.config)
    const languages = {
      source: languageTagOf(locales.source, aliases),
      target: languageTagOf(locales.target, aliases),
    }
    return {
      guide,
      path,
      locales,
      languages,
      units: units.map((unit) => ({ ...unit, notes: [], matches: [] })),
    }
  }
}
