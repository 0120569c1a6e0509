import type { OpenDocument } from '../corpus/document.ts'
import { regionDifferences, type Difference } from '../settings/compare-regions.ts'
import { regionsOf } from '../settings/region.ts'
import { unknownService } from '../settings/service.ts'
import type { Finding } from './finding.ts'
import type { DocumentView } from './rule.ts'
import { changedBySettings, type SettingsReading } from './settings.ts'

const nouns: Readonly<Record<Difference['kind'], string>> = {
  host: 'host ',
  port: 'port ',
  security: '',
  words: '',
  whole: '',
}

/** Where the generated regions of a document are not what the canon says; the kinds are those of one rule. */
export function* regionFindings(
  document: OpenDocument,
  { wording }: SettingsReading,
  { canon }: Pick<DocumentView<unknown>, 'canon'>,
  kinds: readonly Difference['kind'][],
): Iterable<Finding> {
  if (!canon || !wording) return
  for (const region of regionsOf(document.facts.comments, canon).regions) {
    for (const { kind, range, actual, expected, text, places } of regionDifferences(
      document,
      region,
      wording,
    )) {
      if (!kinds.includes(kind)) continue
      const isWhole = kind === 'whole'
      yield {
        range: isWhole ? region.open : range,
        reason: isWhole
          ? `Unexpected ${actual}, expected ${expected}`
          : `Unexpected ${nouns[kind]}\`${actual}\`, expected \`${expected}\``,
        actual,
        expected,
        ...(places.length > 0 && { related: places.map((place) => ({ path: canon.path, ...place })) }),
        fix: {
          title: isWhole ? 'Make it from the settings file' : `Write \`${expected}\``,
          applicability: 'safe',
          edits: [{ range, text }],
          changes: isWhole ? [...changedBySettings, 'breaks', 'touches'] : changedBySettings,
        },
      }
    }
  }
}

/** What keeps the regions of a document from being made, and a service that its front matter makes up. */
export function* regionProblems(
  { facts }: OpenDocument,
  reading: SettingsReading,
  { canon }: Pick<DocumentView<unknown>, 'canon'>,
): Iterable<Finding> {
  const { regions, problems } = regionsOf(facts.comments, canon)
  yield* problems
  const field = facts.frontMatter?.fields.find(({ key }) => key === 'service')
  if (canon && field && reading.unknownService !== undefined)
    yield { range: field.valueRange, reason: unknownService(reading.unknownService, canon) }
  if (reading.wording) return
  for (const { open } of regions)
    yield {
      range: open,
      reason: 'Unexpected region of settings in a language without a lexicon, expected one that has one',
    }
}
