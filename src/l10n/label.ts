import type { InterfaceStrings } from '../corpus/config.ts'
import type { OpenDocument } from '../corpus/document.ts'
import type { Locale } from '../corpus/locale.ts'
import type { Facts } from '../markdown/facts.ts'
import { factsWithin, type Range } from '../text/range.ts'

/** What a button or a menu is called in a text: the words of `` `**Continue**`{.action} ``. */
export interface Label {
  readonly range: Range
  readonly words: string
}

/** The labels of a document, in the order of the text. */
export function labelsOf({ code, attributes }: Facts, text: string): Label[] {
  const lists = new Map(attributes.map(({ start, end }) => [start, text.slice(start, end)]))
  return code.flatMap(({ form, range }): Label[] => {
    if (form !== 'inline' || !/\.action(?![\w-])/.test(lists.get(range.end) ?? '')) return []
    const all = text.slice(range.start, range.end)
    const [, open = '', words = ''] = /^(`+[ ]?(?:\*\*)?)([^]*?)(?:\*\*)?[ ]?`+$/.exec(all) ?? []
    if (words === '') return []
    const start = range.start + open.length
    return [{ range: { start, end: start + words.length }, words }]
  })
}

/** The labels that a product has in one locale for those of another, by the words there. */
export type LabelTable = ReadonlyMap<string, ReadonlySet<string>>

const tables = new WeakMap<InterfaceStrings, Map<string, LabelTable>>()

/** The product's labels in a locale by what they are in another; made once for a pair. */
export function labelTable(strings: InterfaceStrings, source: Locale, target: Locale): LabelTable {
  const known = tables.get(strings) ?? new Map<string, LabelTable>()
  tables.set(strings, known)
  const pair = `${source}\n${target}`
  const table = known.get(pair) ?? tableOf(strings[source] ?? {}, strings[target] ?? {})
  known.set(pair, table)
  return table
}

function tableOf(from: InterfaceStrings[string], to: InterfaceStrings[string]): LabelTable {
  const table = new Map<string, Set<string>>()
  for (const [key, words] of Object.entries(from)) {
    const other = Object.hasOwn(to, key) ? to[key] : undefined
    if (other === undefined || shown(other) === '') continue
    table.set(shown(words), (table.get(shown(words)) ?? new Set()).add(shown(other)))
  }
  return table
}

/** A label as people see it: without the sign before the letter of a shortcut. */
function shown(words: string): string {
  return words
    .replace(/&(?=[\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A label that is another than the product's. */
export interface WrongLabel {
  readonly label: Label
  readonly source: Label
  /** What the product says there. */
  readonly wanted: readonly string[]
  /** Whether no other label can be meant. */
  readonly isCertain: boolean
}

type Side = Pick<OpenDocument, 'facts' | 'text' | 'locale'>

/** A label that is another than the product's, and the segment of the target that it stands in. */
export interface Misnamed extends WrongLabel {
  readonly targetPlace: number
}

/** The labels of a target that are none of the product's, where its source names these; its segments are paired with the source's by their places. */
export function* misnamedIn(
  source: Side,
  target: Side,
  strings: InterfaceStrings,
  pairsOf: () => Iterable<readonly [place: number, targetPlace: number]>,
): Iterable<Misnamed> {
  const table = labelTable(strings, source.locale ?? 'und', target.locale ?? 'und')
  const labels = table.size > 0 ? labelsOf(source.facts, source.text) : []
  if (labels.length === 0) return
  const others = labelsOf(target.facts, target.text)
  for (const [place, targetPlace] of pairsOf()) {
    const [own, segment] = [source.facts.segments[place], target.facts.segments[targetPlace]]
    if (!own || !segment) continue
    const [from, to] = [factsWithin(labels, own.range), factsWithin(others, segment.range)]
    for (const wrong of wrongLabels(from, to, table)) yield { ...wrong, targetPlace }
  }
}

/** What is to be said of such a label. */
export function misnamed({ label, wanted }: WrongLabel): string {
  return `Unexpected label \`${label.words}\`, expected ${wanted.map((each) => `\`${each}\``).join(' or ')}, as the product says`
}

/** The labels of a passage that are none of the product's, where its source names these. */
export function wrongLabels(
  source: readonly Label[],
  target: readonly Label[],
  table: LabelTable,
): WrongLabel[] {
  const open = [...target]
  const left: { readonly label: Label; readonly wanted: ReadonlySet<string> }[] = []
  const others: Label[] = []
  for (const label of source) {
    const wanted = table.get(shown(label.words))
    const at = open.findIndex(({ words }) => wanted?.has(shown(words)) ?? shown(words) === shown(label.words))
    if (at >= 0) open.splice(at, 1)
    else if (wanted) left.push({ label, wanted })
    else others.push(label)
  }
  // Where labels of other programs stand among them, which is which can be told by the order alone.
  if (left.length + others.length !== open.length) return []
  const all = [...left.map(({ label }) => label), ...others].sort((a, b) => a.range.start - b.range.start)
  return left.flatMap(({ label, wanted }): WrongLabel[] => {
    const wrong = open[all.indexOf(label)]
    return wrong
      ? [
          {
            label: wrong,
            source: label,
            wanted: [...wanted],
            isCertain: wanted.size === 1 && open.length === 1,
          },
        ]
      : []
  })
}
