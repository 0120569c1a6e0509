import type { Check } from './check.ts'

const space = /^[\s\u00A0\u202F]|[\s\u00A0\u202F]$/

/** White space at either end, and doubled spaces, that the source does not have. */
export const spaces: Check = {
  id: 'spaces',
  severity: 'warning',
  *find({ source, target }) {
    if (space.test(target.text) && !space.test(source.text))
      yield 'Unexpected space at the beginning or end, expected none'
    const doubled = /[^\s][ \u00A0\u202F]{2,}[^\s]/
    if (doubled.test(target.text) && !doubled.test(source.text)) yield 'Unexpected two spaces, expected one'
  },
}
