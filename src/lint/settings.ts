import { aliasesOf } from '../corpus/config.ts'
import { openDocument, type Document, type OpenDocument } from '../corpus/document.ts'
import { languageOf, type Locale } from '../corpus/locale.ts'
import type { FactKind, Facts } from '../markdown/facts.ts'
import type { Canon } from '../settings/canon.ts'
import type { Contradiction } from '../settings/contradiction.ts'
import { contradictionsOf } from '../settings/contradictions-of.ts'
import { registeredYardstick, yardstickOf, type Yardstick } from '../settings/endpoints.ts'
import { lexicons } from '../settings/lexicon/index.ts'
import { knowledgeOf, serviceFinder, type Lend } from '../settings/knowledge.ts'
import type { Wording } from '../settings/lexicon/lexicon.ts'
import { regionRanges } from '../settings/region.ts'
import { serviceNameOf, serviceOfGuide } from '../settings/service.ts'
import type { Statements } from '../settings/statement.ts'
import { statementsOf } from '../settings/statements-of.ts'
import { vocabularyOf, type Vocabulary } from '../settings/vocabulary.ts'
import { besideSource } from './beside-source.ts'
import type { Finding } from './finding.ts'
import { lendingOf } from './lent-roles.ts'
import type { DocumentView, GuideView } from './rule.ts'

/** What a document states of settings, and what it is held against. */
export interface SettingsReading {
  readonly statements: Statements
  readonly yardstick: Yardstick
  readonly contradictions: readonly Contradiction[]
  /** The words of generated tables; undefined where nobody has written down those of the language. */
  readonly wording: Wording | undefined
  /** The service that the front matter names, where the canon has none of that name. */
  readonly unknownService?: string
}

/** Without a guide, nothing is taken from a document's source. */
type View = Pick<DocumentView<unknown>, 'config' | 'canon'> &
  Partial<Pick<GuideView<unknown>, 'guide' | 'textOf' | 'beads'>>

interface Known {
  readonly canon: Canon | undefined
  /** The hash of the source that lends meanings. */
  readonly lender: string | undefined
  readonly reading: SettingsReading
}

const readings = new WeakMap<Facts, Known>()

/** Reads the settings of a document; the rules of one run share the reading. */
export function settingsOf(document: OpenDocument, view: View): SettingsReading {
  const { config, canon } = view
  const lender = lenderFor(document, view)
  const known = readings.get(document.facts)
  if (known && known.canon === canon && known.lender === lender?.hash) return known.reading
  const language = languageOf(document.locale ?? 'und', aliasesOf(config))
  const named = serviceNameOf(document.facts)
  const service = canon && serviceOfGuide(canon, document.guide, named)
  const yardstick = canon && service ? yardstickOf(canon, service) : registeredYardstick
  const lend = lender && lentBy(lender, document, view)
  const statements = statementsOf(document, {
    vocabulary: vocabularyFor(language),
    knowledge: { ...knowledgeOf(yardstick), ...(lend && { lend }) },
    serviceIn: serviceFinder(canon),
    isBrief: canon === undefined,
  })
  const reading = {
    statements,
    yardstick,
    contradictions: contradictionsOf(statements, yardstick, regionRanges(document.facts.comments)),
    wording: lexicons.get(language)?.write,
    ...(canon && named !== undefined && !service && { unknownService: named }),
  }
  readings.set(document.facts, { canon, lender: lender?.hash, reading })
  return reading
}

/** The document's source, where that one's words are known and its own are not. */
function lenderFor({ path, locale }: Document, { guide, textOf, config }: View): Document | undefined {
  const source = guide?.source
  if (!source || !textOf || source.path === path || source.facts.refused) return undefined
  return isKnown(locale, config) || !isKnown(source.locale, config) ? undefined : source
}

function isKnown(locale: Locale = 'und', config: View['config']): boolean {
  return lexicons.has(languageOf(locale, aliasesOf(config)))
}

function lentBy(lender: Document, target: OpenDocument, view: View): Lend | undefined {
  const { guide, textOf, beads, config, canon } = view
  if (!guide || !textOf) return undefined
  const source = openDocument(lender, textOf(lender))
  const { values } = settingsOf(source, { config, ...(canon && { canon }) }).statements
  return lendingOf(values, source, target, () =>
    besideSource(target, { guide, textOf, config, ...(beads && { beads }) }),
  )
}

const vocabularies = new Map<string, Vocabulary>()

function vocabularyFor(language: string): Vocabulary {
  const known = vocabularies.get(language)
  if (known) return known
  const vocabulary = vocabularyOf(lexicons.get(language))
  vocabularies.set(language, vocabulary)
  return vocabulary
}

/** What replacing a port, a host or words on encryption may alter. */
export const changedBySettings: readonly FactKind[] = [
  'prose',
  'segments',
  'tables',
  'labelGroups',
  'code',
  'images',
  'links',
  'headings',
]

/** A contradiction as a finding. */
export function findingOf(contradiction: Contradiction, { path }: OpenDocument, { canon }: View): Finding {
  const { kind, range, actual, reason, note, answer, isSafe, places, others } = contradiction
  const related = [
    ...(canon ? places.map((place) => ({ path: canon.path, ...place })) : []),
    ...others.map((place) => ({ path, ...place })),
  ]
  const isLesser = kind === 'unknown' || kind === 'cleartext'
  return {
    range,
    reason,
    ...(note !== undefined && { note }),
    ...(isLesser && { lesser: true }),
    actual,
    ...(answer !== undefined && { expected: answer }),
    ...(related.length > 0 && { related }),
    ...(answer !== undefined && {
      fix: {
        title: `Write \`${answer}\``,
        applicability: isSafe ? 'safe' : 'unsafe',
        edits: [{ range, text: answer }],
        changes: changedBySettings,
      },
    }),
  }
}

/** True where a guide is held against a service of the canon, not merely against what is registered. */
export function hasService({ yardstick }: SettingsReading): boolean {
  return yardstick.service !== undefined
}
