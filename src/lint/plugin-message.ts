import type { Document } from '../corpus/document.ts'
import type { LinePoint, PluginMessage } from '../markdown/plugin-tree.ts'
import type { Range } from '../text/range.ts'
import { lineStartsOf, placesIn } from '../text/source.ts'
import type { Message } from './message.ts'
import type { Severity } from './rule.ts'
import { suppressionsIn } from './suppress.ts'

/** What stands before the ids of plugins' rules. */
export const pluginPrefix = 'remark/'

const home = 'https://github.com/remarkjs/remark-lint'

/** What plugins say of a document, as messages of this program; what comments silence is left out. */
export function messagesOfPlugins(
  document: Document,
  text: string,
  found: readonly PluginMessage[],
): Message[] {
  if (found.length === 0) return []
  const places = placesIn(text)
  const offsetAt = offsetsIn(text)
  const suppressions = suppressionsIn(document.facts.comments, () => text)
  return found.flatMap(({ reason, fatal, ruleId, source, note, url, place }) => {
    const range = rangeOf(place, offsetAt)
    const id = `${pluginPrefix}${ruleId ?? source ?? 'plugin'}`
    if (suppressions.find(id, range.start)) return []
    const message: Message = {
      path: document.path,
      guide: document.guide,
      locale: document.locale,
      ruleId: id,
      severity: severityOf(fatal),
      reason,
      ...(note !== undefined && { note }),
      range,
      place: places.placeOf(range),
      url: url ?? home,
    }
    return [message]
  })
}

/** remark's own words: a fatal message, a warning, and what says neither. */
function severityOf(fatal: boolean | null | undefined): Severity {
  return fatal ? 'error' : fatal === false ? 'warning' : 'info'
}

function rangeOf(place: PluginMessage['place'], offsetAt: (point: LinePoint) => number): Range {
  if (place === undefined) return { start: 0, end: 0 }
  if (!('start' in place)) return { start: offsetAt(place), end: offsetAt(place) }
  const start = offsetAt(place.start)
  return { start, end: Math.max(start, offsetAt(place.end)) }
}

/** The offset of a line and column; a byte order mark is in no column. */
function offsetsIn(text: string): (point: LinePoint) => number {
  const starts = lineStartsOf(text)
  const mark = text.startsWith('\ufeff') ? 1 : 0
  return ({ line, column }) => {
    const start = (starts[line - 1] ?? text.length) + (line === 1 ? mark : 0)
    return Math.min(text.length, start + Math.max(column, 1) - 1)
  }
}
