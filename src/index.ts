export { defaultConfig, type Config } from './corpus/config.ts'
export { type PageAnchor } from './corpus/anchors.ts'
export { Corpus } from './corpus/corpus.ts'
export { type DocumentIndex } from './corpus/document-index.ts'
export { type Document, type OpenDocument } from './corpus/document.ts'
export { type Guide } from './corpus/guide.ts'
export { parseConfig, type ConfigProblem } from './corpus/parse-config.ts'
export { type Applicability, type FileFinding, type Finding, type Fix, type Related } from './lint/finding.ts'
export { fix, type DroppedFix, type FixInput, type FixOutcome } from './lint/fix.ts'
export { type Message } from './lint/message.ts'
export {
  corpusRule,
  documentRule,
  guideRule,
  siblingRule,
  type CorpusRule,
  type DocumentRule,
  type Example,
  type GuideRule,
  type Rule,
  type SiblingRule,
} from './lint/rule.ts'
export { rules } from './lint/rules/index.ts'
export { lint, type RunInput } from './lint/run.ts'
export { selectRules, type SelectedRule } from './lint/selection.ts'
export { type Facts, type FactKind } from './markdown/facts.ts'
export { factsOf } from './markdown/facts-of.ts'
export { loadNativeParse, loadRemarkParse, type Format, type Parse, type Parsed } from './markdown/parse.ts'
export { summaryOf, type Report, type Reporter, type ReportContext } from './report/report.ts'
export { reporters } from './report/reporters.ts'
export { applyEdits, hashOf, type Edit, type Patch } from './text/edit.ts'
export { type Range } from './text/range.ts'
