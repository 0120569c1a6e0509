import type { ZodType } from 'zod'
import type { Config } from '../corpus/config.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Document, OpenDocument } from '../corpus/document.ts'
import type { DocumentIndex } from '../corpus/document-index.ts'
import type { Guide } from '../corpus/guide.ts'
import type { BeadMemory } from '../l10n/bead-memory.ts'
import type { LedgerLine } from '../l10n/ledger.ts'
import type { Canon } from '../settings/canon.ts'
import type { FileFinding, Finding } from './finding.ts'
import type { HeardSuppression } from './suppress.ts'

export type Severity = 'error' | 'warning' | 'info'

/**
 * Text with the findings' places between `⟦` and `⟧`: a test, a line of `explain`, a part of the rule's page.
 * Without a mark it is an example of what the rule leaves alone.
 */
export interface Example {
  /** What is shown: `A French fragment in a Polish guide`. */
  readonly name: string
  /** One English guide, or several files by their paths. */
  readonly files: string | Readonly<Record<string, string>>
  /** A config, where the rule needs one. */
  readonly config?: string
  /** The reasons, in the order of the marks. */
  readonly reasons?: readonly string[]
  /** The marked file after its fixes, unsafe ones included. */
  readonly fixed?: string
}

interface RuleBase<Options> {
  /** Stable: the config, the comments and the reports use it. */
  readonly id: string
  /** What it finds, as a phrase: `a fragment that no anchor of its page has`. */
  readonly summary: string
  /** Why that matters to readers, in one to three sentences. */
  readonly why: string
  readonly severity: Severity
  /** False for rules that `extends: recommended` leaves off. */
  readonly recommended?: false
  /** True where it asks what was recorded of a document. */
  readonly readsLedger?: true
  /** True for the rule that speaks of texts that were refused; others do not see them. */
  readonly seesRefused?: true
  /** What its options may be, and what they are unless the config says otherwise. */
  readonly options?: ZodType<Options>
  readonly defaults: Options
  /** The config keys that it reads, besides its own options; `settings` stands for the file that it names, too. */
  readonly inputs?: readonly (keyof Config)[]
  readonly examples: readonly Example[]
}

/** What a document rule may look at besides its document. */
export interface DocumentView<Options> {
  readonly options: Options
  readonly config: Config
  /** The canonical settings, where there are any. */
  readonly canon?: Canon | undefined
}

/** What a rule of a guide may look at: its documents, and nothing else. */
export interface GuideView<Options> extends DocumentView<Options> {
  readonly guide: Guide
  /** The text of one of its documents. */
  readonly textOf: (document: Document) => string
  /** What was recorded of one of its targets: which source each of its passages was made from; nothing where nobody recorded any. */
  readonly ledgerOf: (document: Document) => readonly LedgerLine[]
  /** What is remembered of how its documents go together. */
  readonly beads?: BeadMemory | undefined
}

/** What a rule of the whole corpus may look at. */
export interface CorpusView<Options> extends DocumentView<Options> {
  readonly guide: Guide
  readonly corpus: Corpus
}

/** Looks at one document, its text included, and at nothing else. */
export interface DocumentRule<Options = object> extends RuleBase<Options> {
  readonly scope: 'document'
  check(document: OpenDocument, view: DocumentView<Options>): Iterable<Finding>
}

/** Looks at a document, its text included, beside the facts of its siblings. */
export interface SiblingRule<Options = object> extends RuleBase<Options> {
  readonly scope: 'guide'
  check(document: OpenDocument, view: GuideView<Options>): Iterable<Finding>
}

/** What a rule of the corpus says of itself besides. */
interface FarSighted {
  readonly scope: 'corpus'
  /** The indexes that it asks for other documents. */
  readonly indexes?: readonly DocumentIndex[]
}

/** Looks at a document beside all others: at what these show outward, which `outwardKinds` tells. */
export interface CorpusRule<Options = object> extends RuleBase<Options>, FarSighted {
  check(document: Document, view: CorpusView<Options>): Iterable<Finding>
}

/** Looks at a whole guide, where no document is to blame; each finding names its file. */
export type GuideRule<Options = object> = RuleBase<Options> &
  (
    | { readonly scope: 'guide'; checkGuide(guide: Guide, view: GuideView<Options>): Iterable<FileFinding> }
    | (FarSighted & { checkGuide(guide: Guide, view: CorpusView<Options>): Iterable<FileFinding> })
  )

/** What a rule of suppressions may look at. */
export interface SuppressionView<Options> extends DocumentView<Options> {
  /** The ids of the rules that have spoken of the document. */
  readonly asked: ReadonlySet<string>
  /** The ids of all rules, those that are off included. */
  readonly known: readonly string[]
}

/** Looks at the comments of a document that silence rules, after all other rules have spoken. */
export interface SuppressionRule<Options = object> extends RuleBase<Options> {
  readonly scope: 'document'
  checkSuppressions(
    suppressions: readonly HeardSuppression[],
    view: SuppressionView<Options>,
  ): Iterable<Finding>
}

export type Rule =
  DocumentRule<never> | SiblingRule<never> | CorpusRule<never> | GuideRule<never> | SuppressionRule<never>

/** Declares a rule of one document. */
export function documentRule<Options>(rule: Omit<DocumentRule<Options>, 'scope'>): Rule {
  return { ...rule, scope: 'document' } as unknown as Rule
}

/** Declares a rule of a document beside its siblings. */
export function siblingRule<Options>(rule: Omit<SiblingRule<Options>, 'scope'>): Rule {
  return { ...rule, scope: 'guide' } as unknown as Rule
}

/** Declares a rule of a document in the whole corpus. */
export function corpusRule<Options>(rule: CorpusRule<Options>): Rule {
  return rule as unknown as Rule
}

/** Declares a rule whose findings stand on a guide's files, not in one of its documents. */
export function guideRule<Options>(rule: GuideRule<Options>): Rule {
  return rule as unknown as Rule
}

/** Declares a rule of the comments that silence rules. */
export function suppressionRule<Options>(rule: Omit<SuppressionRule<Options>, 'scope'>): Rule {
  return { ...rule, scope: 'document' } as unknown as Rule
}
