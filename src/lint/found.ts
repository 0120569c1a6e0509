import type { Config } from '../corpus/config.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Document, OpenDocument } from '../corpus/document.ts'
import type { Guide } from '../corpus/guide.ts'
import type { Canon } from '../settings/canon.ts'
import type { FileFinding, Finding } from './finding.ts'
import type { CorpusView, DocumentView, GuideView, Rule } from './rule.ts'
import { rulesAt, type SelectedRule } from './selection.ts'

/** A finding, and its rule as it holds for the file. */
export interface Found {
  readonly finding: Finding
  readonly selected: SelectedRule
}

/** What every look at documents needs. */
export interface Means {
  readonly rules: readonly SelectedRule[]
  readonly config: Config
  /** The canonical settings, where there are any. */
  readonly canon?: Canon
  /** Does something for a rule, and may note how long it takes. */
  readonly measure?: <Value>(ruleId: string, look: () => Value) => Value
}

/** The findings in a document by the rules that see no further than its guide. */
export function findNear(
  document: OpenDocument,
  view: Omit<GuideView<never>, keyof DocumentView<never>>,
  means: Means,
): Found[] {
  const { config, canon } = means
  const { guide, textOf, ledgerOf, beads } = view
  return findBy(means, document, (rule, options) =>
    'check' in rule && rule.scope !== 'corpus'
      ? rule.check(document, { options, config, canon, guide, textOf, ledgerOf, beads })
      : undefined,
  )
}

/** The findings in a document by the rules that look at the whole corpus. */
export function findFar(document: Document, corpus: Corpus, means: Means): Found[] {
  const { config, canon } = means
  const guide = corpus.guideOf(document)
  return findBy(means, document, (rule, options) =>
    'check' in rule && rule.scope === 'corpus'
      ? rule.check(document, { options, config, canon, guide, corpus })
      : undefined,
  )
}

function findBy(
  means: Means,
  { path, facts }: Document,
  look: (rule: Rule, options: never) => Iterable<Finding> | undefined,
): Found[] {
  const found: Found[] = []
  for (const selected of rulesAt(means.rules, path)) {
    const { rule, options } = selected
    if (facts.refused && !rule.seesRefused) continue
    const findings = measured(rule.id, means, () => look(rule, options))
    for (const finding of findings) found.push({ finding, selected })
  }
  return found
}

/** The findings on a guide's files, by file: those of its own rules, or, with a corpus, of those that look at all of it. */
export function findOnGuide(
  guide: Guide,
  view: Omit<GuideView<never>, keyof DocumentView<never> | 'guide'> | Pick<CorpusView<never>, 'corpus'>,
  means: Means,
): ReadonlyMap<string, readonly Found[]> {
  const byPath = new Map<string, Found[]>()
  for (const selected of means.rules) {
    const { rule, options } = selected
    if (!('checkGuide' in rule)) continue
    const own = { options, ...viewOf(means), guide }
    const look = (): Iterable<FileFinding> | undefined => {
      if ('corpus' in view)
        return rule.scope === 'corpus' ? rule.checkGuide(guide, { ...own, ...view }) : undefined
      return rule.scope === 'guide' ? rule.checkGuide(guide, { ...own, ...view }) : undefined
    }
    for (const { path, ...finding } of measured(rule.id, means, look)) {
      const [there] = rulesAt([selected], path)
      if (there) byPath.set(path, [...(byPath.get(path) ?? []), { finding, selected: there }])
    }
  }
  return byPath
}

/** Rules yield as they go: only when all is taken has a rule done its work. */
function measured<Item>(
  ruleId: string,
  { measure }: Means,
  look: () => Iterable<Item> | undefined,
): readonly Item[] {
  const all = (): readonly Item[] => {
    const items = look()
    return items ? [...items] : []
  }
  return measure ? measure(ruleId, all) : all()
}

/** What every rule may look at. */
export function viewOf({ config, canon }: Means): Omit<DocumentView<never>, 'options'> {
  return { config, ...(canon && { canon }) }
}
