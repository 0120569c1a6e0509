import { fingerprintsOf } from '../lint/fingerprint.ts'
import { ruleUrl, type Message, type RelatedPlace } from '../lint/message.ts'
import type { Severity } from '../lint/rule.ts'
import { rules } from '../lint/rules/index.ts'
import { placesIn, type Place } from '../text/source.ts'
import { inertJson, terminalSafe } from './escape.ts'
import type { Report, ReportContext } from './report.ts'
import { sentenceOf } from './rule-words.ts'
import { sentencesOf } from './sentences.ts'

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

/** The Static Analysis Results Interchange Format 2.1.0 (OASIS), for code scanning and its like. */
export function sarif({ messages }: Report, { sourceOf, version }: ReportContext): string {
  const ids = [...new Set(messages.map(({ ruleId }) => ruleId))].sort()
  const fingerprints = fingerprintsOf(messages, sourceOf)
  const run = {
    tool: {
      driver: {
        name: 'Hexapla',
        informationUri: 'https://github.com/hexapla/hexapla',
        ...(version !== undefined && { version, semanticVersion: version }),
        rules: ids.map((id) => descriptorOf(id, messages)),
      },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: text('The folder that the paths count from') } },
    results: messages.map((message, index) => ({
      ...resultOf(message, sourceOf(message.path)),
      ruleIndex: ids.indexOf(message.ruleId),
      partialFingerprints: { 'hexapla/v1': fingerprints[index] ?? '' },
    })),
  }
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  }
  return inertJson(`${JSON.stringify(log, undefined, 1)}\n`)
}

function descriptorOf(id: string, messages: readonly Message[]): object {
  const rule = rules.find((each) => each.id === id)
  const url = messages.find(({ ruleId }) => ruleId === id)?.url ?? ruleUrl(id)
  return {
    id,
    name: id.replace(/(?:^|\W)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    ...(rule && {
      shortDescription: text(sentenceOf(rule.summary)),
      fullDescription: text(rule.why),
      defaultConfiguration: { level: levels[rule.severity] },
    }),
    helpUri: encodeURI(url),
  }
}

function resultOf(message: Message, source: string | undefined): object {
  const { ruleId, severity, path, place, related = [], fix } = message
  return {
    ruleId,
    level: levels[severity],
    message: text(sentencesOf(message).join('. ')),
    locations: [{ physicalLocation: physicalOf(path, place) }],
    ...(related.length > 0 && { relatedLocations: related.map(relatedOf) }),
    ...(fix && source !== undefined && { fixes: [fixOf(fix, path, source)] }),
  }
}

function relatedOf({ path, place, reason }: RelatedPlace, index: number): object {
  return { id: index + 1, message: text(reason), physicalLocation: physicalOf(path, place) }
}

function fixOf({ title, edits }: NonNullable<Message['fix']>, path: string, source: string): object {
  const places = placesIn(source)
  const replacements = edits.map((edit) => ({
    deletedRegion: regionOf(places.placeOf(edit.range)),
    insertedContent: { text: edit.text },
  }))
  return { description: text(title), artifactChanges: [{ artifactLocation: artifactOf(path), replacements }] }
}

function physicalOf(path: string, place: Place): object {
  return { artifactLocation: artifactOf(path), region: regionOf(place) }
}

function artifactOf(path: string): object {
  const uri = path.split('/').map(encoded).join('/')
  return { uri, uriBaseId: '%SRCROOT%' }
}

/** Half of a surrogate pair, which no address can hold, stands as the replacement character. */
function encoded(part: string): string {
  return encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd'))
}

function regionOf({ start, end }: Place): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
}

/** A message, in which braces are placeholders and brackets links unless they are written so. */
function text(words: string): { readonly text: string } {
  const plain = terminalSafe(words).replace(/[{}]/g, '$&$&')
  return { text: plain.replace(/\[(?=[^\]]*\]\()/g, '\\[') }
}
