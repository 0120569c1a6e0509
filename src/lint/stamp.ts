import type { Document } from '../corpus/document.ts'
import type { Guide } from '../corpus/guide.ts'
import type { Locale } from '../corpus/locale.ts'
import { placesIn } from '../text/source.ts'
import type { Found } from './found.ts'
import { ruleUrl, type Message } from './message.ts'
import type { Severity } from './rule.ts'

/** The file that findings are stamped with. */
export interface Stamped {
  readonly path: string
  readonly guide: string
  readonly locale: Locale | undefined
  /** True where it was read as something that it is not: its fixes are left to its writer. */
  readonly isMisread: boolean
}

/** A document as findings are stamped with it. */
export function fileOf({ path, guide, locale, facts }: Document): Stamped {
  return { path, guide, locale, isMisread: facts.syntaxError !== undefined }
}

/** A file of a guide, which may be no document. */
export function fileOn(guide: Guide, path: string, document: Document | undefined): Stamped {
  return document ? fileOf(document) : { path, guide: guide.id, locale: undefined, isMisread: false }
}

const lesserThan: Readonly<Record<Severity, Severity>> = { error: 'warning', warning: 'info', info: 'info' }

/** Findings on one file as messages; `textOf` gives its text, and those of the other files that they speak of. */
export function stamp(
  found: readonly Found[],
  { path, guide, locale, isMisread }: Stamped,
  textOf: (path: string) => string,
): Message[] {
  if (found.length === 0) return []
  const placesOf = placesBy(textOf)
  const places = placesOf(path)
  return found.map(({ finding, selected }) => {
    const { range, reason, note, lesser, actual, expected, related, words, fix } = finding
    // Every field, and none spread: the engine is several times faster with objects of one form.
    return {
      range,
      reason,
      note,
      actual,
      expected,
      words,
      path,
      guide,
      locale,
      ruleId: selected.rule.id,
      severity: lesser ? lesserThan[selected.severity] : selected.severity,
      place: places.placeOf(range),
      related: related?.map((each) => ({ ...each, place: placesOf(each.path).placeOf(each.range) })),
      fix: isMisread ? undefined : fix,
      url: ruleUrl(selected.rule.id),
    }
  })
}

/** Counts the lines of each file once, however many findings speak of it. */
function placesBy(textOf: (path: string) => string): (path: string) => ReturnType<typeof placesIn> {
  const known = new Map<string, ReturnType<typeof placesIn>>()
  return (path) => {
    const places = known.get(path) ?? placesIn(textOf(path))
    known.set(path, places)
    return places
  }
}
