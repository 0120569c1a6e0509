import * as z from 'zod'
import { aliasesOf, type Config } from '../../corpus/config.ts'
import { languageTagOf, type Locale } from '../../corpus/locale.ts'
import type { Facts } from '../../markdown/facts.ts'
import { lastUpdated } from '../language/last-updated.ts'
import { documentRule, type Rule } from '../rule.ts'
import { matchesInProse } from '../words.ts'
import { dateAt, type DateHabits, type WrittenDate } from '../written-date.ts'

const phrases = Object.entries(lastUpdated).flatMap(([language, words]) =>
  words.map((phrase) => ({ language, phrase })),
)
const phrase = new RegExp(
  `(?:${[...new Set(phrases.map(({ phrase: words }) => words))].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{M}])`,
  'giu',
)

/** What may stand before the line's first word: quotes, markup, a bullet. */
const lineBeginning = /(?:^|[\r\n])(?:[ \t>*_([|-]|<[^<>\r\n]*>){0,40}$/
/** Dates stand within so many characters of the words before them. */
const nearby = 100
/** What may stand between the words and the date: `: `, ` le `, ` z dnia `, `:** `. */
const between = /^[\s:：*_–—|(-]*(?:\p{L}{1,5}\.?[\s:*_]+){0,2}/u

/** Whose numbers may begin with the month: English where no region says otherwise. */
const monthFirst = /^(?:en(?:-(?:US|CA|PH))?|es-US|fil(?:-PH)?)$/

function habitsOf(locale: Locale | undefined, config: Config, languages: readonly string[]): DateHabits {
  const tag = languageTagOf(locale ?? 'und', aliasesOf(config))
  return { languages: [...languages, tag.split('-')[0] ?? ''], monthFirst: monthFirst.test(tag) }
}

/** The date of a line such as `Last updated 11th December 2020`. */
function* writtenDates(
  text: string,
  { prose }: Facts,
  locale: Locale | undefined,
  config: Config,
): Iterable<WrittenDate> {
  for (const { range, match } of matchesInProse(text, prose, phrase)) {
    const before = text.slice(Math.max(range.start - nearby, 0), range.start)
    if (!lineBeginning.test(before)) continue
    const words = match[0].toLowerCase()
    const languages = phrases.filter((each) => each.phrase === words).map(({ language }) => language)
    const habits = habitsOf(locale, config, languages)
    const date = dateWithin(text, { start: range.end, end: lineEndNear(text, range.end) }, habits)
    if (date) yield date
  }
}

function lineEndNear(text: string, offset: number): number {
  const length = text.slice(offset, offset + nearby).search(/[\r\n]/)
  return length < 0 ? Math.min(offset + nearby, text.length) : offset + length
}

/** The date right behind an offset, a few small words set aside. */
function dateWithin(
  text: string,
  { start, end }: { start: number; end: number },
  habits: DateHabits,
): WrittenDate | undefined {
  const gap = between.exec(text.slice(start, end))?.[0].length ?? 0
  for (let at = start + gap; at > start; at--) {
    const date = /[\s:：*_(]/.test(text.charAt(at - 1)) ? dateAt(text, at, habits) : undefined
    if (date) return date
  }
  return undefined
}

/** A day's distance is none where a time of day is given: it may be another day elsewhere. */
function agrees(written: string, value: string): boolean {
  const tolerance = value.length > 10 ? 86_400_000 : 0
  return Math.abs(Date.parse(written) - Date.parse(value.slice(0, 10))) <= tolerance
}

export const rule: Rule = documentRule<{ readonly keys: readonly string[] }>({
  id: 'date-agreement',
  summary: 'a line such as “Last updated” whose date is not the one in the front matter',
  why: 'Readers judge by this line whether they can trust the page; search engines and lists go by the front matter. One of the two is wrong.',
  severity: 'warning',
  options: z.object({
    keys: z
      .array(z.string())
      .describe('The front matter keys that may hold the date; the first that is there counts'),
  }),
  defaults: {
    keys: ['updated', 'lastUpdated', 'last_updated', 'lastmod', 'last_modified', 'last_update.date'],
  },
  examples: [
    {
      name: 'In English and in Polish',
      files: {
        'mail/guide.en-gb.md':
          '---\ntitle: Mail\nupdated: 2026-11-24\n---\n\n**Last updated ⟦11th December 2020⟧**\n',
        'mail/guide.pl-pl.md':
          '---\ntitle: Poczta\nupdated: 2026-11-24\n---\n\n**Ostatnia aktualizacja z dnia 24-11-2026**\n',
      },
      reasons: ['Unexpected date `11th December 2020`, expected that of `updated`, `2026-11-24`'],
      fixed: '---\ntitle: Mail\nupdated: 2026-11-24\n---\n\n**Last updated 24th November 2026**\n',
    },
    {
      name: 'In Lithuanian',
      files: {
        'mail/guide.lt-lt.md':
          '---\ntitle: Paštas\nupdated: 2026-11-24\n---\n\nPaskutinį kartą atnaujinta: ⟦2020 m. gruodžio 11⟧ d.\n',
      },
      reasons: ['Unexpected date `2020 m. gruodžio 11`, expected that of `updated`, `2026-11-24`'],
      fixed:
        '---\ntitle: Paštas\nupdated: 2026-11-24\n---\n\nPaskutinį kartą atnaujinta: 2026 m. lapkričio 24 d.\n',
    },
    {
      name: 'Numbers that can be read in two ways are read in the one that agrees',
      files: {
        'mail/guide.en-us.md': '---\ntitle: Mail\nupdated: 2026-05-06\n---\n\nLast updated: 05/06/2026\n',
        'mail/guide.fr-fr.md':
          '---\ntitle: Messagerie\nupdated: 2026-05-06\n---\n\nDernière mise à jour le 6 mai 2026\n',
      },
    },
  ],
  *check({ facts, text, locale }, { config, options: { keys } }) {
    const fields = facts.frontMatter?.fields.filter(({ type }) => type === 'date') ?? []
    const field = keys.flatMap((key) => fields.filter((each) => each.key === key))[0]
    if (!field || Number.isNaN(Date.parse(field.value.slice(0, 10)))) return
    const expected = field.value.slice(0, 10)
    for (const { range, readings, rewrite } of writtenDates(text, facts, locale, config)) {
      if (readings.some((each) => agrees(each, field.value))) continue
      const actual = text.slice(range.start, range.end)
      yield {
        range,
        reason: `Unexpected date \`${actual}\`, expected that of \`${field.key}\`, \`${expected}\``,
        actual,
        expected,
        fix: {
          title: `Write the date of \`${field.key}\``,
          applicability: 'unsafe',
          edits: rewrite(expected),
          changes: ['prose', 'segments', 'labelGroups', 'headings', 'tables'],
        },
      }
    }
  },
})
