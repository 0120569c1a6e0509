import { wordsOf, type Check } from './check.ts'

/** Nothing where the source has words. */
export const empty: Check = {
  id: 'empty',
  severity: 'error',
  *find({ source, target }) {
    if (/[\p{L}\p{N}]/u.test(wordsOf(source)) && !/[\p{L}\p{N}\p{S}]/u.test(wordsOf(target)))
      yield 'Unexpected translation without words, expected some'
  },
}
