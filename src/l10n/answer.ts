import { diffArrays } from 'diff'
import { isSlipOf } from '../text/nearest.ts'
import { smallWordsOf } from '../text/words.ts'

/** Where a text changed, as shares of its length, and by how many words. */
interface Extent {
  readonly start: number
  readonly end: number
  readonly words: number
}

/** How far from the place of the source's change the target's may lie: languages order their words otherwise. */
const reach = 0.35

/**
 * Whether a translator's edit follows a change of the source: it lies about where that does, and is no smaller than
 * half of it. A typo that was mended follows nothing.
 */
export function answersChange(
  source: { readonly before: string; readonly after: string },
  target: { readonly before: string; readonly after: string },
): boolean {
  const [asked, done] = [extentOf(source.before, source.after), extentOf(target.before, target.after)]
  if (!asked || !done) return false
  const isNear = done.start <= asked.end + reach && done.end >= asked.start - reach
  return isNear && done.words * 2 >= asked.words
}

/** What changed between two texts; undefined where nothing but slips of the pen did. */
function extentOf(before: string, after: string): Extent | undefined {
  const [a, b] = [smallWordsOf(before), smallWordsOf(after)]
  let at = 0
  let removed: string[] = []
  const places: number[] = []
  let words = 0
  const close = (added: readonly string[]): void => {
    const isSlip =
      removed.length === added.length && removed.every((each, n) => isSlipOf(each, added[n] ?? ''))
    if (!isSlip) {
      words += Math.max(removed.length, added.length)
      places.push(at - removed.length, at)
    }
    removed = []
  }
  for (const part of diffArrays(a, b)) {
    if (part.removed) {
      if (removed.length > 0) close([])
      removed = part.value
      at += part.count
    } else if (part.added) close(part.value)
    else {
      if (removed.length > 0) close([])
      at += part.count
    }
  }
  if (removed.length > 0) close([])
  if (words === 0) return undefined
  const length = Math.max(1, a.length)
  return { start: Math.min(...places) / length, end: Math.max(...places) / length, words }
}
