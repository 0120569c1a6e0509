import type { LedgerLine, Origin } from './ledger.ts'
import type { Part } from './part.ts'
import { wordsHash } from './part.ts'
import { recordedSource, type PartState } from './state.ts'

/** What is to be recorded besides what the parts say. */
export interface Recording {
  /** Git's id of the source document as it is now. */
  readonly blob: string
  /** What a target's words came from, by its place among the target's parts; a person's where nothing is said. */
  readonly originOf?: (target: number) => Origin | undefined
  /** Whose words a target has, where it is taken for up to date, whatever its state; undefined where it is not. */
  readonly acceptedAs?: (target: number) => Origin | undefined
  /** The source that a target's words were made from, where it is another than the one of now. */
  readonly madeFrom?: (target: number) => Pick<LedgerLine, 'source' | 'blob' | 'origin'> | undefined
}

/**
 * The ledger after a sync: what is in step is recorded as it is, what is behind keeps the source of then, and what
 * has not changed keeps its line. Lines of targets that were deleted stay as long as their source does.
 */
export function recordOf(
  states: readonly PartState[],
  source: readonly Part[],
  target: readonly Part[],
  lines: readonly LedgerLine[],
  recording: Recording,
): LedgerLine[] {
  const used = new Set<LedgerLine>()
  const recorded: LedgerLine[] = []
  for (const state of states) {
    const sources = state.source.flatMap((index) => source[index] ?? [])
    state.target.forEach((index, at) => {
      const line = state.lines[at]
      if (line) used.add(line)
      const part = target[index]
      if (!part || state.state === undefined) return
      recorded.push(lineOf({ state, line, sources, part, index, recording }))
    })
  }
  const known = new Set(source.map(({ hash }) => hash))
  const deleted = lines.filter(
    (line) => !used.has(line) && line.source.split('+').every((hash) => known.has(hash)),
  )
  return [...recorded, ...deleted]
}

interface Recorded {
  readonly state: PartState
  readonly line: LedgerLine | undefined
  readonly sources: readonly Part[]
  readonly part: Part
  readonly index: number
  readonly recording: Recording
}

function lineOf({ state, line, sources, part, index, recording }: Recorded): LedgerLine {
  const [first] = sources
  const now: LedgerLine = {
    source: recordedSource(sources),
    context: first?.context ?? '',
    occurrence: first?.occurrence ?? 0,
    target: part.hash,
    origin: recording.originOf?.(index) ?? (state.state === 'untranslated' ? 'source' : 'human'),
    blob: recording.blob,
  }
  const former = recording.madeFrom?.(index)
  if (former) return { ...now, ...former }
  if (state.state === 'obsolete' && line) return { ...line, target: part.hash }
  const accepted = recording.acceptedAs?.(index)
  if (accepted !== undefined) return { ...now, origin: accepted }
  // What a sync has just put in is the source's as it is, whatever stood there.
  const isPutIn = recording.originOf?.(index) === 'source' && wordsHash(now.source) === wordsHash(part.hash)
  if (!line || isPutIn) return now
  const origin = line.target === part.hash ? line.origin : (recording.originOf?.(index) ?? 'human')
  if (state.state === 'fuzzy' || line.source === now.source) return { ...line, target: part.hash, origin }
  return { ...now, origin }
}
