import { quotationMarks, type QuotationMarks } from '../quotation-marks.ts'
import type { Check } from './check.ts'

const mark = /["“”„«»「」『』]/g

/** The marks of a language or locale, by its BCP 47 tag; undefined for those that nothing is known of. */
function marksOf(tag: string): readonly QuotationMarks[] | undefined {
  const [language = ''] = tag.split('-', 1)
  const name = [tag, language].find((each) => Object.hasOwn(quotationMarks, each))
  return name === undefined ? undefined : quotationMarks[name]
}

/** Quotation marks of another language, or one without its other. */
export const quotes: Check = {
  id: 'quotes',
  severity: 'warning',
  *find({ source, target, languages }) {
    const found = target.text.match(mark) ?? []
    if (found.length === 0) return
    if (found.length % 2 === 1 && (source.text.match(mark) ?? []).length % 2 === 0)
      yield 'Unexpected single quotation mark, expected pairs'
    const known = marksOf(languages.target)
    if (!known) return
    const allowed = new Set([...known.flat(), '"'])
    const foreign = found.find((each) => !allowed.has(each))
    const [usual] = known
    if (foreign !== undefined && usual)
      yield `Unexpected quotation mark \`${foreign}\`, expected \`${usual[0]}…${usual[1]}\``
  },
}
