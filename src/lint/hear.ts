import type { Document } from '../corpus/document.ts'
import { viewOf, type Found, type Means } from './found.ts'
import type { Message } from './message.ts'
import { rulesAt } from './selection.ts'
import { fileOf, stamp } from './stamp.ts'
import { suppressionsIn, type Suppression, type Suppressions } from './suppress.ts'

/** What hearing needs besides what every look does. */
export interface Hearing extends Means {
  /** The ids of all rules: a comment that names no such rule is told. */
  readonly known?: readonly string[]
  readonly textOf: (path: string) => string
}

/**
 * The messages of a document that are heard, of all those that its rules have: without what a comment silences, and with
 * what there is to say of comments that silence nothing.
 */
export function heardIn(document: Document, messages: readonly Message[], hearing: Hearing): Message[] {
  const { path, facts } = document
  const shown = shownOf(messages, hearing)
  const suppressions = suppressionsIn(facts.comments, () => hearing.textOf(path))
  if (suppressions.all.length === 0) return shown
  const working = new Set<Suppression>(suppressions.ending)
  const isHeard = ({ ruleId, range }: Message): boolean => {
    const suppression = suppressions.find(ruleId, range.start)
    if (suppression) working.add(suppression)
    return suppression === undefined
  }
  const heard = new Set(messages.filter(isHeard))
  const unheard = suppressionFindings(suppressions, working, document, hearing)
  return [
    ...shown.filter((message) => heard.has(message)),
    ...stamp(unheard, fileOf(document), hearing.textOf),
  ]
}

/** Messages without those of rules that were asked for the sake of another one. */
export function shownOf(messages: readonly Message[], { rules }: Pick<Means, 'rules'>): Message[] {
  const hidden = new Set(rules.flatMap(({ hidden: isHidden, rule }) => (isHidden ? [rule.id] : [])))
  return messages.filter(({ ruleId }) => !hidden.has(ruleId))
}

function suppressionFindings(
  { all, find }: Suppressions,
  working: ReadonlySet<Suppression>,
  { facts, path }: Document,
  hearing: Hearing,
): Found[] {
  if (facts.refused) return []
  const rules = rulesAt(hearing.rules, path)
  const asked = new Set(rules.flatMap(({ rule }) => ('check' in rule ? [rule.id] : [])))
  const told = all.map((each) => ({ ...each, works: working.has(each) }))
  const view = { ...viewOf(hearing), asked, known: hearing.known ?? [] }
  return rules.flatMap((selected) => {
    const { rule, options } = selected
    if (!('checkSuppressions' in rule)) return []
    return (
      [...rule.checkSuppressions(told, { ...view, options })]
        // A comment that silences all rules would silence what is said of it.
        .filter(({ range }) => find(rule.id, range.start)?.rule === undefined)
        .map((finding) => ({ finding, selected }))
    )
  })
}
