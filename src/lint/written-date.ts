import type { Edit } from '../text/edit.ts'
import type { Range } from '../text/range.ts'
import { monthNames } from './language/months.ts'

/** A date as people write it: `15-03-2021`, `11th December 2020`, `2020 m. gruodžio 11 d.`, `2020年12月11日`. */
export interface WrittenDate {
  readonly range: Range
  /** What it may mean, as `2021-03-15`, the likeliest first: `05/06/2021` is read in two ways. */
  readonly readings: readonly string[]
  /** What makes another date of it, written in the same way. */
  readonly rewrite: (date: string) => Edit[]
}

/** Where a text is read: which languages' months are known, and which number may come first. */
export interface DateHabits {
  readonly languages: readonly string[]
  /** True where the month may be written before the day, as in the United States. */
  readonly monthFirst: boolean
}

const day = String.raw`(?<day>\d{1,2})`
const month = String.raw`(?<month>\d{1,2})`
const year = String.raw`(?<year>\d{4})`
const name = String.raw`(?<name>\p{L}{3,20}\.?)`
const suffix = String.raw`(?<suffix>st|nd|rd|th|er)?`

/** The ways to write a date, each with which of its numbers comes first where two look alike. */
const forms: readonly RegExp[] = [
  `${year}([-/.])[ ]?${month}\\2[ ]?${day}(?!\\d)`,
  `${year}\\s?[年년]\\s?${month}\\s?[月월]\\s?${day}\\s?[日일]`,
  `(?<first>\\d{1,2})([-/.])[ ]?(?<second>\\d{1,2})\\2[ ]?${year}(?!\\d)`,
  `${day}${suffix}[.º°]?\\s+(?:d[ei]l?\\s+|of\\s+)?${name},?\\s+(?:de[l]?\\s+)?${year}(?!\\d)`,
  `${name}\\s+${day}${suffix},?\\s+${year}(?!\\d)`,
  `${year}(?:\\.|\\s?m\\.)?\\s+${name}\\s+${day}(?!\\d)`,
  `${year}\\.?\\s?gada\\s+${day}\\.?\\s+${name}`,
].map((form) => new RegExp(form, 'duy'))

/** The date that begins at an offset, if one does. */
export function dateAt(text: string, offset: number, habits: DateHabits): WrittenDate | undefined {
  for (const form of forms) {
    form.lastIndex = offset
    const match = form.exec(text)
    const date = match && dateOf(match, habits)
    if (date) return date
  }
  return undefined
}

type Part = 'day' | 'month' | 'year' | 'name' | 'suffix' | 'first' | 'second'

function dateOf(match: RegExpExecArray, habits: DateHabits): WrittenDate | undefined {
  const groups: Partial<Record<Part, string>> = match.groups ?? {}
  const rangeOf = (part: Part): Range => {
    const [start = 0, end = 0] = match.indices?.groups?.[part] ?? []
    return { start, end }
  }
  const range = { start: match.index, end: match.index + match[0].length }
  const { year: years = '', first, second } = groups
  if (first !== undefined && second !== undefined) {
    const orders = [
      { day: 'first', month: 'second' },
      { day: 'second', month: 'first' },
    ] as const
    const possible = (habits.monthFirst ? [...orders].reverse() : orders).filter((order) =>
      isDate(years, groups[order.month] ?? '', groups[order.day] ?? ''),
    )
    const [likeliest] = possible
    if (!likeliest) return undefined
    const told = habits.monthFirst ? possible : [likeliest]
    return {
      range,
      readings: told.map((order) => isoOf(years, groups[order.month] ?? '', groups[order.day] ?? '')),
      rewrite: rewriteNumbers(groups, rangeOf, likeliest),
    }
  }
  const days = groups.day ?? ''
  if (groups.name === undefined) {
    if (!isDate(years, groups.month ?? '', days)) return undefined
    const readings = [isoOf(years, groups.month ?? '', days)]
    return { range, readings, rewrite: rewriteNumbers(groups, rangeOf, { day: 'day', month: 'month' }) }
  }
  const found = monthNamed(groups.name, habits.languages)
  if (!found || !isDate(years, String(found.month), days)) return undefined
  const rewrite = (date: string): Edit[] => {
    const [newYear = '', newMonth = '', newDay = ''] = date.split('-')
    const monthName = cased(found.names[Number(newMonth) - 1] ?? '', groups.name ?? '')
    const number = days.startsWith('0') ? newDay : String(Number(newDay))
    const edits = [
      { range: rangeOf('year'), text: newYear },
      { range: rangeOf('name'), text: monthName },
      { range: rangeOf('day'), text: number },
    ]
    if (groups.suffix === undefined) return edits
    return [...edits, { range: rangeOf('suffix'), text: suffixOf(Number(newDay), groups.suffix) }]
  }
  return { range, readings: [isoOf(years, String(found.month), days)], rewrite }
}

function rewriteNumbers(
  groups: Partial<Record<Part, string>>,
  rangeOf: (part: Part) => Range,
  order: { readonly day: Part; readonly month: Part },
): (date: string) => Edit[] {
  return (date) => {
    const [newYear = '', ...others] = date.split('-')
    const [newMonth = '', newDay = ''] = others.map((number) => {
      const isPadded = groups[order.day]?.length === 2 && groups[order.month]?.length === 2
      return isPadded ? number : String(Number(number))
    })
    return [
      { range: rangeOf('year'), text: newYear },
      { range: rangeOf(order.month), text: newMonth },
      { range: rangeOf(order.day), text: newDay },
    ]
  }
}

function isoOf(years: string, months: string, days: string): string {
  return `${years}-${months.padStart(2, '0')}-${days.padStart(2, '0')}`
}

function isDate(years: string, months: string, days: string): boolean {
  const date = new Date(Date.UTC(Number(years), Number(months) - 1, Number(days)))
  return date.getUTCMonth() === Number(months) - 1 && date.getUTCDate() === Number(days)
}

/** A month by a name in one of the languages, with the names of the same form. */
function monthNamed(
  written: string,
  languages: readonly string[],
): { readonly month: number; readonly names: readonly string[] } | undefined {
  const bare = (words: string): string => words.toLowerCase().replace(/\.$/, '')
  for (const language of languages) {
    for (const form of monthNames[language] ?? []) {
      const names = form.split(' ')
      const index = names.findIndex((each) => bare(each) === bare(written))
      if (index >= 0) return { month: index + 1, names }
    }
  }
  return undefined
}

/** The name in the case of another: `Dezember` for `März`, `décembre` for `mars`. */
function cased(words: string, model: string): string {
  const first = model.charAt(0)
  const isLarge = first !== first.toLowerCase()
  return (isLarge ? words.charAt(0).toUpperCase() : words.charAt(0).toLowerCase()) + words.slice(1)
}

/** `th` of `11th`; French counts the first day alone so. */
function suffixOf(days: number, model: string): string {
  if (model === 'er') return days === 1 ? 'er' : ''
  const last = days % 10
  if (days > 10 && days < 14) return 'th'
  return last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th'
}
