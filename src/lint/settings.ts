import { aliasesOf } from '../corpus/config.ts'
import type { OpenDocument } from '../corpus/document.ts'
import { languageOf } from '../corpus/locale.ts'
import type { FactKind, Facts } from '../markdown/facts.ts'
import type { Canon } from '../settings/canon.ts'
import type { Contradiction } from '../settings/contradiction.ts'
import { contradictionsOf } from '../settings/contradictions-of.ts'
import { registeredYardstick, yardstickOf, type Yardstick } from '../settings/endpoints.ts'
import { lexicons } from '../settings/lexicon/index.ts'
import { knowledgeOf, serviceFinder } from '../settings/knowledge.ts'
import type { Wording } from '../settings/lexicon/lexicon.ts'
import { regionRanges } from '../settings/region.ts'
import { serviceNameOf, serviceOfGuide } from '../settings/service.ts'
import type { Statements } from '../settings/statement.ts'
import { statementsOf } from '../settings/statements-of.ts'
import { vocabularyOf, type Vocabulary } from '../settings/vocabulary.ts'
import type { Finding } from './finding.ts'
import type { DocumentView } from './rule.ts'

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

type View = Pick<DocumentView<unknown>, 'config' | 'canon'>

const readings = new WeakMap<
  Facts,
  { readonly canon: Canon | undefined; readonly reading: SettingsReading }
>()

/** Reads the settings of a document; the rules of one run share the reading. */
export function settingsOf(document: OpenDocument, { config, canon }: View): SettingsReading {
  const known = readings.get(document.facts)
  if (known && known.canon === canon) return known.reading
  const language = languageOf(document.locale ?? 'und', aliasesOf(config))
  const named = serviceNameOf(document.facts)
  const service = canon && serviceOfGuide(canon, document.guide, named)
  const yardstick = canon && service ? yardstickOf(canon, service) : registeredYardstick
  const statements = statementsOf(document, {
    vocabulary: vocabularyFor(language),
    knowledge: knowledgeOf(yardstick),
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
  readings.set(document.facts, { canon, reading })
  return reading
}

/** The service that a document's front matter names: `service: mx-plan`. */
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
