import type { Facts, Heading } from '../../markdown/facts.ts'
import { ordinalOf, type Ordinal } from '../../markdown/ordinal.ts'
import { outlineOf } from '../../markdown/outline.ts'
import { sliceOf, type Range } from '../../text/range.ts'
import { countUpTo } from '../../text/search.ts'
import { writtenHeadings } from '../headings.ts'
import { documentRule, type Rule } from '../rule.ts'

/** One heading of a series such as `Part 1`, `Part 2`. */
interface Member {
  readonly heading: Heading
  readonly number: number
  /** Whether something else stands between it and the one before: a heading without a number, a tab of its own. */
  readonly isApart: boolean
}

/** The series of a page: headings of one section and level that count with the same words. */
function seriesIn(text: string, facts: Facts): readonly Member[][] {
  const series = new Map<string, Member[]>()
  const opaque = facts.opaque.map(({ start }) => start).sort((a, b) => a - b)
  const opaqueBefore = (offset: number): number => countUpTo(opaque, offset, (start) => start)
  const last = new Map<string, { heading: Heading; kind: string }>()
  for (const { heading, section } of outlineOf(writtenHeadings(text, facts))) {
    const place = `${section?.range.start ?? ''}\n${heading.depth}`
    const ordinal: Ordinal | undefined = ordinalOf(heading.text)
    const kind = ordinal?.kind ?? ''
    const before = last.get(place)
    last.set(place, { heading, kind })
    if (!ordinal) continue
    const isApart =
      before?.kind !== kind || opaqueBefore(before.heading.range.end) < opaqueBefore(heading.range.start)
    const key = `${place}\n${kind}`
    const member = { heading, number: ordinal.number, isApart }
    const known = series.get(key)
    if (known) known.push(member)
    else series.set(key, [member])
  }
  return [...series.values()]
}

/** `Windows 7`, `Windows 8`: only what begins at its beginning counts parts. */
function counts(series: readonly Member[]): boolean {
  const [first, ...others] = series
  if (!first || others.length === 0) return false
  if (first.number > 1) return first.number === 2 && others.length > 1 && isRow(series)
  return others.length > 1 || others.some(({ number }) => number <= first.number + 2)
}

function isRow(series: readonly Member[]): boolean {
  return series.every(({ number }, index) => number === (series[0]?.number ?? 0) + index)
}

function numberRange(text: string, { contentRange }: Heading): Range {
  const match = /\d+/.exec(sliceOf(text, contentRange))
  const start = contentRange.start + (match?.index ?? 0)
  return { start, end: start + (match?.[0].length ?? 0) }
}

export const rule: Rule = documentRule<object>({
  id: 'heading-numbering',
  summary: 'numbered headings with a gap, a repeat or a restart',
  why: 'Readers who follow the numbers look for the part that is missing, or do one twice; links and other guides name the steps by their numbers.',
  severity: 'warning',
  defaults: {},
  examples: [
    {
      name: 'A part that was left out',
      files: {
        'mail/guide.pl-pl.md':
          '---\ntitle: Poczta\n---\n\n## Część 1: Hasło\n\nTekst.\n\n## Część 2: Serwery\n\nTekst.\n\n## Część ⟦4⟧: Test\n\nTekst.\n',
      },
      reasons: ['Unexpected number 4 after 2, expected 3'],
    },
    {
      name: 'A number twice',
      files: {
        'mail/guide.lt-lt.md':
          '---\ntitle: Paštas\n---\n\n## 1 dalis: Slaptažodis\n\nTekstas.\n\n## ⟦1⟧ dalis: Serveriai\n\nTekstas.\n',
      },
      reasons: ['Unexpected number 1 after 1, expected 2'],
    },
    {
      name: 'A count that begins anew, and one that begins late',
      files: {
        'mail/guide.ja-jp.md':
          '---\ntitle: メール\n---\n\n## ステップ1：準備\n\n文。\n\n## ステップ2：設定\n\n文。\n\n## ステップ⟦1⟧：確認\n\n文。\n',
        'web/guide.en-gb.md':
          '---\ntitle: Web\n---\n\n## ⟦2⟧. Upload\n\nText.\n\n## 3. Look\n\nText.\n\n## 4. Mend\n\nText.\n',
      },
      reasons: [
        'Unexpected number 1 after 2, expected 3',
        'Unexpected number 2 in the first of these headings, expected 1',
      ],
    },
    {
      name: 'A count for each section',
      files:
        '---\ntitle: Mail\n---\n\n## IMAP\n\n### Step 1\n\nText.\n\n### Step 2\n\nText.\n\n## POP3\n\n### Step 1\n\nText.\n',
    },
    {
      name: 'Names with a number in them',
      files:
        '---\ntitle: Mail\n---\n\n## Windows 7: settings\n\nText.\n\n## Windows 8: settings\n\nText.\n\n## Windows 10: settings\n\nText.\n',
    },
  ],
  *check({ facts, text }) {
    for (const series of seriesIn(text, facts)) {
      if (!counts(series)) continue
      let before: number | undefined
      for (const { heading, number, isApart } of series) {
        const expected = before === undefined ? Math.min(number, 1) : before + 1
        const place = before === undefined ? 'in the first of these headings' : `after ${before}`
        before = number
        if (number === expected || (number <= 1 && isApart)) continue
        yield {
          range: numberRange(text, heading),
          reason: `Unexpected number ${number} ${place}, expected ${expected}`,
        }
      }
    }
  },
})
