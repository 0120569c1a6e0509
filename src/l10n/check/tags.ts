import { codeFaults } from '../phrase.ts'
import type { Check } from './check.ts'

/** Markup lost, said twice, unknown, or a pair the wrong way round. */
export const tags: Check = {
  id: 'tags',
  severity: 'error',
  find: ({ source, target }) => codeFaults(target.text, source.codes),
}
