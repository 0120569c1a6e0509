import { linesOf } from '../text/source.ts'
import type { FindingView } from './finding-view.ts'

/** A stretch of a line; the key of the finding that speaks of it, where one does. */
export interface MarkedStretch {
  readonly text: string
  readonly key?: string
  readonly severity?: FindingView['severity']
}

/** A line of a text with what was found in it. */
export interface MarkedLine {
  /** From 1. */
  readonly number: number
  readonly start: number
  readonly stretches: readonly MarkedStretch[]
  /** The findings that begin in it. */
  readonly findings: readonly FindingView[]
}

/** Cuts a text into lines and marks what findings speak of; where two overlap, the earlier one is marked. */
export function markedLines(text: string, findings: readonly FindingView[]): MarkedLine[] {
  const ordered = [...findings].sort((a, b) => a.start - b.start)
  let next = 0
  let open: FindingView[] = []
  return linesOf(text).map(({ start, end }, index) => {
    const beginning: FindingView[] = []
    for (let finding = ordered[next]; finding && finding.start <= end; finding = ordered[++next])
      beginning.push(finding)
    open = [...open.filter((each) => each.end > start), ...beginning]
    return {
      number: index + 1,
      start,
      stretches: stretchesOf(text, start, end, open),
      findings: beginning,
    }
  })
}

function stretchesOf(
  text: string,
  start: number,
  end: number,
  open: readonly FindingView[],
): MarkedStretch[] {
  const stretches: MarkedStretch[] = []
  let at = start
  for (const { key, severity, start: from, end: to } of open) {
    const [first, last] = [Math.max(from, at), Math.min(to, end)]
    if (last <= first) continue
    if (first > at) stretches.push({ text: text.slice(at, first) })
    stretches.push({ text: text.slice(first, last), key, severity })
    at = last
  }
  if (at < end) stretches.push({ text: text.slice(at, end) })
  return stretches
}
