import type { Locale } from '../corpus/locale.ts'
import { yamlEdits, type YamlChanges } from '../corpus/yaml-edits.ts'
import type { Edit } from '../text/edit.ts'
import type { Glossary, Term } from './glossary.ts'

/** What a table of words says of a term in one locale; what it has no column for is left as it is. */
export interface GivenWords {
  /** The word to write; `''` for none. */
  readonly name?: string
  readonly forms?: readonly string[]
  readonly avoid?: readonly string[]
}

/** A row of a table of words. */
export interface GivenTerm {
  readonly id: string
  /** `''` for none. */
  readonly note?: string
  readonly words: ReadonlyMap<Locale, GivenWords>
}

/** A table of words, as it came back. */
export interface GlossaryTable {
  readonly keep: readonly string[]
  readonly terms: readonly GivenTerm[]
}

/** What a table makes of a glossary, and what it has nothing of. */
export interface TakenTable {
  readonly glossary: Glossary
  readonly added: number
  readonly changed: number
  /** Terms and kept names that the table lacks: they stay. */
  readonly absent: number
}

/** A glossary with what a table says; what the table has no row or column for stays as it is. */
export function takeTable(before: Glossary, table: GlossaryTable): TakenTable {
  const rows = new Map(table.terms.map((row) => [row.id, row]))
  const terms = before.terms.map((term) => {
    const row = rows.get(term.id.trim())
    rows.delete(term.id.trim())
    return row ? withRow(term, row) : term
  })
  const added = [...rows.values()]
    .map((row) => withRow({ id: row.id, words: {}, avoid: {} }, row))
    .filter(saysAnything)
  const known = new Set(before.keep)
  const names = table.keep.filter((name) => !known.has(name))
  const kept = new Set(table.keep)
  const changed = terms.filter((term, index) => !isSame(term, before.terms[index]))
  const named = new Set(table.terms.map(({ id }) => id))
  return {
    // A row that was emptied takes its term away.
    glossary: {
      ...before,
      keep: [...before.keep, ...names],
      terms: [
        ...terms.filter((term, index) => saysAnything(term) || isSame(term, before.terms[index])),
        ...added,
      ],
    },
    added: added.length + names.length,
    changed: changed.length,
    absent:
      before.terms.filter(({ id }) => !named.has(id.trim())).length +
      before.keep.filter((name) => !kept.has(name)).length,
  }
}

function saysAnything({ note, words, avoid }: Term): boolean {
  return note !== undefined || Object.keys(words).length + Object.keys(avoid).length > 0
}

function withRow(term: Term, { note, words }: GivenTerm): Term {
  const [named, avoided] = [new Map(Object.entries(term.words)), new Map(Object.entries(term.avoid))]
  for (const [locale, { name, forms, avoid }] of words) {
    const [first, ...others] = named.get(locale) ?? []
    const wanted = name ?? first ?? ''
    const phrases =
      wanted === ''
        ? []
        : [wanted, ...(forms ?? others).filter((form) => wanted === first || form !== wanted)]
    put(named, locale, phrases)
    if (avoid) put(avoided, locale, avoid)
  }
  const isSameNote = note === undefined || note.trim() === (term.note ?? '').trim()
  const { id, note: own } = term
  const said = isSameNote ? own : note.trim() === '' ? undefined : note
  return {
    id,
    ...(said !== undefined && { note: said }),
    words: Object.fromEntries(named),
    avoid: Object.fromEntries(avoided),
  }
}

function put(all: Map<Locale, readonly string[]>, locale: Locale, phrases: readonly string[]): void {
  if (phrases.length > 0) all.set(locale, [...phrases])
  else all.delete(locale)
}

/** The edits that make a glossary's file say what another one says. */
export function glossaryEdits(text: string, before: Glossary, after: Glossary): Edit[] {
  const known = new Map(before.terms.map((term) => [term.id, term]))
  const terms = new Map<string, YamlChanges | undefined>()
  const left = new Set(after.terms.map(({ id }) => id))
  for (const id of known.keys()) if (!left.has(id)) terms.set(id, undefined)
  for (const term of after.terms) {
    const changes = changesOf(term, known.get(term.id))
    if (changes.size > 0) terms.set(term.id, changes)
  }
  const changes = new Map<string, readonly string[] | YamlChanges>()
  if (!isSame(before.keep, after.keep)) changes.set('keep', after.keep)
  if (terms.size > 0) changes.set('terms', terms)
  return changes.size > 0 ? yamlEdits(text, changes) : []
}

function changesOf(term: Term, before: Term | undefined): YamlChanges {
  const changes = new Map<string, string | undefined | YamlChanges>()
  if (term.note !== before?.note) changes.set('note', term.note)
  for (const key of ['words', 'avoid'] as const) {
    const [is, was] = [term[key], before?.[key] ?? {}]
    const locales = new Map<Locale, string | readonly string[] | undefined>()
    for (const locale of new Set([...Object.keys(was), ...Object.keys(is)]))
      if (!isSame(is[locale], was[locale])) locales.set(locale, written(is[locale]))
    if (locales.size > 0) changes.set(key, locales)
  }
  return changes
}

/** A phrase alone stands without a list. */
function written(phrases: readonly string[] | undefined): string | readonly string[] | undefined {
  return phrases?.length === 1 ? phrases[0] : phrases
}

/** Whether two glossaries say the same. */
export function isSameGlossary(a: Glossary, b: Glossary): boolean {
  return isSame(a.keep, b.keep) && isSame(sorted(a.terms), sorted(b.terms))
}

function sorted(terms: readonly Term[]): unknown {
  return [...terms]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, note, words, avoid }) => [id, note, byKey(words), byKey(avoid)])
}

function byKey(words: Term['words']): unknown {
  return Object.entries(words).sort(([a], [b]) => (a < b ? -1 : 1))
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
