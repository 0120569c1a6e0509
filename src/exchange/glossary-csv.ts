import type { Locale } from '../corpus/locale.ts'
import type { Glossary } from '../l10n/glossary.ts'

/** The first columns, and what stands behind a locale in the names of the others. */
export const columns = { id: 'term', note: 'note', keep: 'keep', forms: 'forms', avoid: 'avoid' } as const

/** The sign between the phrases of a cell. */
export const between = '|'

const formula = /^'*[=+\-@\t\r＝＋－＠]/

/** Whether a spreadsheet would take a text for a formula, however many marks of a text stand before it. */
export function isFormula(text: string): boolean {
  return formula.test(text)
}

/**
 * A glossary as a table for people with a spreadsheet: a row for each name that is kept and each term, three columns a
 * locale. It begins with a byte order mark, by which spreadsheets know its letters; nothing in it is a formula.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function glossaryCsvOf({ keep, terms }: Glossary, only: readonly Locale[] = []): string {
  const all = new Set(terms.flatMap(({ words, avoid }) => [...Object.keys(words), ...Object.keys(avoid)]))
  const locales = only.length > 0 ? only : [...all]
  const head = [
    columns.id,
    columns.note,
    columns.keep,
    ...locales.flatMap((locale) => [locale, `${locale} ${columns.forms}`, `${locale} ${columns.avoid}`]),
  ]
  const empty = head.slice(3).map(() => '')
  const rows = [
    ...[...new Set(keep)].map((name) => [name, '', 'yes', ...empty]),
    ...terms.map(({ id, note = '', words, avoid }) => [
      id,
      note,
      '',
      ...locales.flatMap((locale) => {
        const [name, ...forms] = words[locale] ?? []
        return [
          name === undefined ? '' : phraseText(name),
          phrasesText(forms),
          phrasesText(avoid[locale] ?? []),
        ]
      }),
    ]),
  ]
  return `\uFEFF${[head, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`
}

function phrasesText(phrases: readonly string[]): string {
  return phrases.map(phraseText).join(` ${between} `)
}

/** A phrase in a cell that may hold several: signs that would part it, and spaces at its ends, are marked. */
function phraseText(phrase: string): string {
  return phrase.replace(/[\\|]|^\s|\s$/g, '\\$&')
}

function cellText(text: string): string {
  const safe = isFormula(text) ? `'${text}` : text
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
