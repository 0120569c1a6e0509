import { aliasesOf } from '../../corpus/config.ts'
import { languageOf } from '../../corpus/locale.ts'
import type { Facts } from '../../markdown/facts.ts'
import type { Range } from '../../text/range.ts'
import type { Finding } from '../finding.ts'
import { matchesInProse } from '../words.ts'
import { documentRule, type Rule } from '../rule.ts'

/** Latin and Cyrillic letters by their code points: classes of Unicode would make this the slowest rule. */
const acronymWithTail = /([A-Z]{2,})([a-zß-öø-ÿ\u0101-\u024F\u0430-\u045F]{4,})/g
const acronymAlone = /(?<![\p{L}\p{N}_])\p{Lu}{2,}(?![\p{L}\p{N}_])/gu

const letterOrDigit = /[\p{L}\p{N}_]/u

/** One-letter words that grow onto a number: `465w systemie`. */
const shortWords: Readonly<Record<string, string>> = {
  pl: 'wziou',
  cs: 'vzskiou',
  es: 'yoae',
  it: 'eo',
  pt: 'eoa',
}

/** Languages whose words touch links by right, or whose particles do. */
const unspaced: ReadonlySet<string> = new Set(['ja', 'zh', 'ko', 'th', 'lo', 'km', 'my'])

/** Letters that are set apart by spaces. */
const spacedLetter = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u
const wordBefore = /(?:[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{2})$/u
const wordBehind = /^(?:\p{Lu}\p{L}*|(?=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])\p{Ll}{4,})/u

function spaced(range: Range, at: number, reason: string): Finding {
  return {
    range,
    reason,
    fix: {
      title: 'Insert a space',
      applicability: 'unsafe',
      edits: [{ range: { start: at, end: at }, text: ' ' }],
      changes: ['prose', 'segments', 'tables', 'headings', 'labelGroups', 'links'],
    },
  }
}

/** `SSLwłączony`: an acronym that stands alone elsewhere in the document, with a word grown onto it. */
function* grownAcronyms(text: string, facts: Facts): Iterable<Finding> {
  const grown = [...matchesInProse(text, facts.prose, acronymWithTail)].filter(
    ({ range }) =>
      !letterOrDigit.test(text.charAt(range.start - 1)) && !letterOrDigit.test(text.charAt(range.end)),
  )
  if (grown.length === 0) return
  const alone = new Set([...matchesInProse(text, facts.prose, acronymAlone)].map(({ match }) => match[0]))
  for (const { range, match } of grown) {
    const [whole, acronym = '', tail = ''] = match
    if (!alone.has(acronym)) continue
    yield spaced(
      range,
      range.start + acronym.length,
      `Unexpected \`${whole}\`, expected \`${acronym} ${tail}\``,
    )
  }
}

function* grownNumbers(text: string, facts: Facts, language: string): Iterable<Finding> {
  const letters = shortWords[language]
  if (letters === undefined) return
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_.,-])(\\d{2,5})([${letters}])(?=\\s\\p{L})`, 'gu')
  for (const { range, match } of matchesInProse(text, facts.prose, pattern)) {
    const [whole, number = '', letter = ''] = match
    yield spaced(
      range,
      range.start + number.length,
      `Unexpected \`${whole}\`, expected \`${number} ${letter}\``,
    )
  }
}

/** A word on the bracket of a link, before or behind it. */
function* grownLinks(text: string, facts: Facts): Iterable<Finding> {
  const attributes = new Map(facts.attributes.map((range) => [range.start, range.end]))
  for (const { form, range } of facts.links) {
    if (form !== 'inline') continue
    const before = text.slice(Math.max(0, range.start - 24), range.start)
    if (wordBefore.test(before)) {
      const word = /[\p{L}\p{M}\p{N}]+$/u.exec(before)?.[0] ?? ''
      const place = { start: range.start - word.length, end: range.start + 1 }
      yield spaced(place, range.start, `Unexpected link right behind \`${word}\`, expected a space between`)
    }
    const end = attributes.get(range.end) ?? range.end
    const behind = text.slice(end, end + 24)
    if (spacedLetter.test(behind.charAt(0)) && wordBehind.test(behind)) {
      const word = /^[\p{L}\p{M}]+/u.exec(behind)?.[0] ?? ''
      const place = { start: end - 1, end: end + word.length }
      yield spaced(place, end, `Unexpected \`${word}\` right behind a link, expected a space between`)
    }
  }
}

/** `Port:993`: a label's colon with its value on it. */
function* grownLabels(text: string, facts: Facts): Iterable<Finding> {
  for (const { lines } of facts.labelGroups) {
    for (const { label, labelRange, colon, valueRange } of lines) {
      if (text.charAt(colon) !== ':' || valueRange.start !== colon + 1) continue
      // `JSON:API` is one name; a label ends in a word or a bracket.
      if (!/[\p{Lu}\p{N}]/u.test(text.charAt(valueRange.start)) || !/[\p{Ll})]$/u.test(label)) continue
      const range = { start: labelRange.start, end: colon + 1 }
      yield spaced(range, colon + 1, `Unexpected value right behind \`${label}:\`, expected a space between`)
    }
  }
}

export const rule: Rule = documentRule<object>({
  id: 'word-boundary',
  summary: 'words grown together: `SSLwłączony`, a word on a link’s bracket, no space after a label’s colon',
  why: 'Readers have to take the words apart, search does not find them, and no translation memory matches them.',
  severity: 'warning',
  defaults: {},
  examples: [
    {
      name: 'An acronym and a word',
      files: {
        'mail/guide.pl-pl.md':
          '---\ntitle: Poczta\n---\n\n|Porty|⟦SSLwłączony⟧|\n|---|---|\n|Z szyfrowaniem SSL|993|\n',
      },
      reasons: ['Unexpected `SSLwłączony`, expected `SSL włączony`'],
      fixed: '---\ntitle: Poczta\n---\n\n|Porty|SSL włączony|\n|---|---|\n|Z szyfrowaniem SSL|993|\n',
    },
    {
      name: 'A word on a bracket',
      files: '---\ntitle: Mail\n---\n\nThe password that you chose in ⟦your[⟧panel](https://example.com).\n',
      reasons: ['Unexpected link right behind `your`, expected a space between'],
      fixed: '---\ntitle: Mail\n---\n\nThe password that you chose in your [panel](https://example.com).\n',
    },
    {
      name: 'A value on its colon',
      files: '---\ntitle: Mail\n---\n\n⟦Incoming port:⟧993\n',
      reasons: ['Unexpected value right behind `Incoming port:`, expected a space between'],
      fixed: '---\ntitle: Mail\n---\n\nIncoming port: 993\n',
    },
    {
      name: 'An ending on a link',
      files: '---\ntitle: Mail\n---\n\nTwo [mailbox](https://example.com)es at 10:30.\n',
    },
  ],
  *check({ facts, text, locale }, { config }) {
    yield* grownAcronyms(text, facts)
    const language = languageOf(locale ?? 'und', aliasesOf(config))
    yield* grownNumbers(text, facts, language)
    if (!unspaced.has(language)) yield* grownLinks(text, facts)
    yield* grownLabels(text, facts)
  },
})
