import type { Derivation } from '../corpus/config.ts'
import { applyEdits, type Edit } from '../text/edit.ts'
import type { Addresses } from './carry.ts'
import { mergeChanges, type Conflict } from './merge.ts'
import type { Page } from './passage.ts'

/** A document in the words of a derived locale: its words by the table, its addresses by theirs. */
export function derivedText(page: Page, { words, links }: Derivation, { ownOf }: Addresses): string {
  const edits: Edit[] = []
  const table = new Map(Object.entries(words).map(([from, to]) => [from.toLowerCase(), to]))
  if (table.size > 0) {
    const found = new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${[...table.keys()]
        .sort((a, b) => b.length - a.length)
        .map(escaped)
        .join('|')})(?![\\p{L}\\p{N}])`,
      'giu',
    )
    const values = (page.facts.frontMatter?.fields ?? []).filter(
      ({ key, type }) => type === 'string' && key !== 'slug',
    )
    for (const { start, end } of [...page.facts.prose, ...values.map(({ valueRange }) => valueRange)])
      for (const { 0: word, index } of page.text.slice(start, end).matchAll(found)) {
        const text = inCaseOf(word, table.get(word.toLowerCase()) ?? word)
        edits.push({ range: { start: start + index, end: start + index + word.length }, text })
      }
  }
  const families = Object.entries(links).sort(([a], [b]) => b.length - a.length)
  for (const { tokens } of page.passages)
    for (const { kind, range, value } of tokens) {
      if (kind !== 'url' && kind !== 'picture') continue
      const family = families.find(([from]) => value.startsWith(from))
      const text = family ? family[1] + value.slice(family[0].length) : kind === 'url' ? ownOf(value) : value
      if (text !== value) edits.push({ range, text })
    }
  return applyEdits(page.text, withoutOverlaps(edits))
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function inCaseOf(word: string, other: string): string {
  if (word === word.toUpperCase() && word !== word.toLowerCase() && word.length > 1)
    return other.toUpperCase()
  const first = word.charAt(0)
  return first === first.toUpperCase() && first !== first.toLowerCase()
    ? other.charAt(0).toUpperCase() + other.slice(1)
    : other
}

/** A bare address is prose and a link at once: the link counts. */
function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)
  const kept: Edit[] = []
  for (const edit of sorted) if (edit.range.start >= (kept.at(-1)?.range.end ?? 0)) kept.push(edit)
  return kept
}

/** What came of deriving a document again. */
export interface Derived {
  readonly edits: readonly Edit[]
  readonly conflicts: readonly Conflict[]
}

/** Brings what changed between two derived states into a document that may have differences of its own: by lines, then by words. */
export function derive(before: string, after: string, target: string): Derived {
  const lines = mergeChanges(before, after, target, 'lines')
  if (lines.told.length === 0) return { edits: lines.edits, conflicts: [] }
  const words = mergeChanges(before, after, target)
  return words.told.length < lines.told.length && words.edits.length > lines.edits.length
    ? { edits: words.edits, conflicts: words.told }
    : { edits: lines.edits, conflicts: lines.told }
}
