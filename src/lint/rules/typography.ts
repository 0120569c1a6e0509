import * as z from 'zod'
import { aliasesOf } from '../../corpus/config.ts'
import { languageTagOf } from '../../corpus/locale.ts'
import type { FactKind, Facts } from '../../markdown/facts.ts'
import type { Edit } from '../../text/edit.ts'
import { sliceOf, type Range } from '../../text/range.ts'
import { countUpTo } from '../../text/search.ts'
import type { Finding } from '../finding.ts'
import { quotationMarks, spacedSigns, type QuotationMarks } from '../../l10n/quotation-marks.ts'
import { quotationsIn } from '../quotations.ts'
import { documentRule, type Rule } from '../rule.ts'
import { matchesInProse, outside, wordsOfPeople } from '../words.ts'

const narrowSpace = '\u202F'

interface Habits {
  readonly marks: readonly QuotationMarks[]
  /** Signs with a space before them; empty where the language sets none. */
  readonly spaced: string
  readonly narrow: boolean
}

/** The entry of a tag: `pt-PT`, else that of its language. */
function entryFor<Value>(table: Readonly<Record<string, Value>>, tag: string): Value | undefined {
  const parts = tag.split('-')
  const names = [tag, `${parts[0] ?? ''}-${parts.at(-1) ?? ''}`, parts.slice(0, 2).join('-'), parts[0] ?? '']
  const name = names.find((each) => Object.hasOwn(table, each))
  return name === undefined ? undefined : table[name]
}

function isGap(text: string, start: number, end: number, { narrow }: Habits): boolean {
  if (/&(?:nbsp|thinsp|#160|#8239|#xa0|#x202f);$/i.test(text.slice(Math.max(start - 8, 0), end))) return true
  const sign = text.slice(start, end)
  return sign === narrowSpace || (sign === '\u00A0' && !narrow)
}

/** Entities, emoticons, addresses and times are made of signs that are no punctuation of a sentence. */
function isPunctuation(text: string, at: number): boolean {
  const sign = text.charAt(at)
  const behind = text.charAt(at + 1)
  if (/^$|[([{\\:;?!…]/.test(text.charAt(at - 1))) return false
  if (sign === ';' && /&(?:amp;)?#?\w+$/.test(text.slice(Math.max(at - 12, 0), at))) return false
  if (/[:;]/.test(sign) && /^-?[)(DP]/.test(text.slice(at + 1, at + 3))) return false
  return behind === '' || /[\s\u00A0\u202F*_»”"’)\]|<…!?.,]/.test(behind)
}

function* missingSpaces(text: string, { prose }: Facts, habits: Habits): Iterable<Finding> {
  const signs = new RegExp(`[${habits.spaced}«»]`, 'g')
  for (const { range, match } of matchesInProse(text, prose, signs)) {
    const [sign] = match
    const isOpening = sign === '«'
    const at = isOpening ? range.end : range.start - 1
    if (isOpening ? /^$|[\r\n]/.test(text.charAt(at)) : /^$|[\r\n>]/.test(text.charAt(at))) continue
    if (isGap(text, at, at + 1, habits) || (!isOpening && sign !== '»' && !isPunctuation(text, range.start)))
      continue
    if (isOpening && /^&(?:nbsp|#160|#8239);/i.test(text.slice(at, at + 8))) continue
    const found = text.charAt(at)
    const isSpace = /[ \t\u00A0\u2009]/.test(found)
    const inner = isOpening ? range.end : range.start
    const place: Range = isSpace ? { start: at, end: at + 1 } : { start: inner, end: inner }
    const where = isOpening ? `behind \`${sign}\`` : `before \`${sign}\``
    yield {
      range: isSpace ? place : range,
      reason: isSpace
        ? `Unexpected space ${where}, expected a narrow no-break space`
        : `Unexpected \`${sign}\` without a space, expected a narrow no-break space ${where}`,
      fix: fixOf('Put a narrow no-break space', [{ range: place, text: narrowSpace }]),
    }
  }
}

function* foreignMarks(text: string, facts: Facts, { marks, spaced }: Habits): Iterable<Finding> {
  const [usual] = marks
  if (!usual) return
  const [open, close] = usual
  // French sets spaces inside its marks; they come along.
  const [before, behind] = spaced !== '' && open === '«' ? [narrowSpace, narrowSpace] : ['', '']
  for (const quotation of quotationsIn(text, facts)) {
    const [first, last] = [text.charAt(quotation.open.start), text.charAt(quotation.close.start)]
    if (marks.some((pair) => pair[0] === first && pair[1] === last)) continue
    yield {
      range: { start: quotation.open.start, end: quotation.close.end },
      reason: `Unexpected quotation marks \`${first}…${last}\`, expected \`${open}${before}…${behind}${close}\``,
      fix: fixOf('Put the quotation marks of the language', [
        { range: quotation.open, text: open + before },
        { range: quotation.close, text: behind + close },
      ]),
    }
  }
}

/** The first words of an import, or an element that was not read as one. */
const script = /^(?:import|export)\s|^<[A-Z]|=\{/
const englishWord = /(?<!\p{L})(?:the|is|are|to|of|and|not|be|for|with|this|you|your|from|in|it)(?!\p{L})/giu

/** Code that is read as words, and messages of programs in English: their signs are not the locale's. */
function isForeign(words: string, tag: string): boolean {
  if (script.test(words)) return true
  return !tag.startsWith('en') && (words.match(englishWord) ?? []).length * 6 > words.split(/\s+/).length
}

const changes: readonly FactKind[] = ['prose', 'segments', 'headings', 'labelGroups', 'tables', 'links']

function fixOf(title: string, edits: readonly Edit[]): NonNullable<Finding['fix']> {
  return { title, applicability: 'safe', edits, changes }
}

/** The anchor of a heading is made of its words: other signs in them may break links from anywhere. */
function inHeading(finding: Finding, { headings }: Facts): boolean {
  const heading = headings[countUpTo(headings, finding.range.start, ({ range }) => range.start) - 1]
  return heading !== undefined && heading.id === undefined && finding.range.start <= heading.range.end
}

export const rule: Rule = documentRule<{ readonly narrow: boolean }>({
  id: 'typography',
  summary:
    'punctuation of another language: quotation marks, and the spaces that French sets before `:;?!` and inside `«»`',
  why: 'Readers notice the habits of another language at once, and a colon that falls onto the next line by itself looks like a slip.',
  severity: 'warning',
  recommended: false,
  options: z.object({
    narrow: z
      .boolean()
      .describe(
        'Whether the space must be the narrow one (U+202F); else a wide one that does not break is let pass',
      ),
  }),
  defaults: { narrow: false },
  examples: [
    {
      name: 'French',
      files: {
        'mail/guide.fr-fr.md':
          '---\ntitle: Messagerie\n---\n\nSaisissez le port⟦ ⟧: 993. Puis ouvrez ⟦"Paramètres"⟧⟦!⟧\n',
      },
      reasons: [
        'Unexpected space before `:`, expected a narrow no-break space',
        'Unexpected quotation marks `"…"`, expected `«\u202F…\u202F»`',
        'Unexpected `!` without a space, expected a narrow no-break space before `!`',
      ],
      fixed:
        '---\ntitle: Messagerie\n---\n\nSaisissez le port\u202F: 993. Puis ouvrez «\u202FParamètres\u202F»\u202F!\n',
    },
    {
      name: 'Polish',
      files: {
        'mail/guide.pl-pl.md': '---\ntitle: Poczta\n---\n\nKliknij ⟦"Parametry"⟧, a potem ⟦“**System**”⟧.\n',
      },
      reasons: [
        'Unexpected quotation marks `"…"`, expected `„…”`',
        'Unexpected quotation marks `“…”`, expected `„…”`',
      ],
      fixed: '---\ntitle: Poczta\n---\n\nKliknij „Parametry”, a potem „**System**”.\n',
    },
    {
      name: 'What is no punctuation of a sentence',
      files: {
        'mail/guide.fr-fr.md':
          '---\ntitle: Messagerie\n---\n\n<code>port: "993";</code> ou À 10:30, ouvrez `ssl0:993` sur https://www.example.com/?a=b;c\u00A0: «\u202Fparfait\u202F» ;)\n',
        'mail/guide.de-de.md': '---\ntitle: E-Mail\n---\n\nÖffnen Sie „Konto“: 19" breit.\n',
      },
    },
  ],
  *check({ facts, text, locale }, { config, options: { narrow } }) {
    if (locale === undefined) return
    const tag = languageTagOf(locale, aliasesOf(config))
    const marks = entryFor(quotationMarks, tag) ?? []
    const spaced = entryFor(spacedSigns, tag) ?? ''
    const habits = { marks, spaced, narrow }
    const foreign = facts.segments
      .filter(({ kind, range }) => kind !== 'alt' && isForeign(sliceOf(text, range), tag))
      .map(({ range }) => range)
    const read = { ...facts, prose: outside(wordsOfPeople(text, facts), foreign) }
    const findings = [
      ...foreignMarks(text, read, habits),
      ...(spaced === '' ? [] : missingSpaces(text, read, habits)),
    ]
    for (const { fix, ...finding } of findings) {
      const applicability = inHeading(finding, facts) ? 'unsafe' : 'safe'
      yield { ...finding, ...(fix && { fix: { ...fix, applicability } }) }
    }
  },
})
