import { brackets } from './brackets.ts'
import type { Check, Problem, Translation } from './check.ts'
import { empty } from './empty.ts'
import { end } from './end.ts'
import { forbidden } from './forbidden.ts'
import { length } from './length.ts'
import { links } from './links.ts'
import { literals } from './literals.ts'
import { markup } from './markup.ts'
import { nesting } from './nesting.ts'
import { numbers } from './numbers.ts'
import { quotes } from './quotes.ts'
import { sentences } from './sentences.ts'
import { spaces } from './spaces.ts'
import { tags } from './tags.ts'
import { terms } from './terms.ts'
import { unchanged } from './unchanged.ts'

/** All checks, what weighs most first. */
export const checks: readonly Check[] = [
  empty,
  tags,
  nesting,
  forbidden,
  links,
  markup,
  numbers,
  literals,
  length,
  terms,
  unchanged,
  spaces,
  brackets,
  end,
  quotes,
  sentences,
]

/** What is wrong with a translation, by all checks or some; of one without words, that alone. */
export function checkTranslation(translation: Translation, only?: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = []
  for (const check of checks) {
    if (only && !only.has(check.id)) continue
    for (const found of check.find(translation)) {
      problems.push(
        typeof found === 'string'
          ? { check: check.id, severity: check.severity, reason: found }
          : { check: check.id, severity: 'warning', reason: found.lesser },
      )
    }
    if (check === empty && problems.length > 0) break
  }
  return problems
}
