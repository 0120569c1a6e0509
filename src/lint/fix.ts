import type { Corpus } from '../corpus/corpus.ts'
import type { OpenDocument } from '../corpus/document.ts'
import type { FactKind } from '../markdown/facts.ts'
import { composeEdits, type Edit, type Patch } from '../text/edit.ts'
import { groupBy } from '../text/group-by.ts'
import type { Range } from '../text/range.ts'
import type { Fix } from './finding.ts'
import type { Message } from './message.ts'
import { lint, lintDocument, type RunInput } from './run.ts'
import { tryEdits } from './trial.ts'

/** A fix that was not made, and why. */
export interface DroppedFix {
  readonly message: Message
  readonly why: string
}

/** What came of fixing. */
export interface FixOutcome {
  /** One a changed file, made for its text on disk. */
  readonly patches: readonly Patch[]
  /** How many fixes the patches hold. */
  readonly count: number
  readonly dropped: readonly DroppedFix[]
  /** What is left, in the corpus as it will be. */
  readonly messages: readonly Message[]
  /** The corpus as it will be. */
  readonly corpus: Corpus
  /** The changed texts by path. */
  readonly texts: ReadonlyMap<string, string>
}

/** What fixing needs besides a run. */
export interface FixInput extends RunInput {
  readonly unsafe: boolean
  /** Reads a text into the document that it would be at a path. */
  readonly read: (path: string, text: string) => Promise<OpenDocument>
}

/** A repair may lay bare another; more rounds than this are a circle. */
const mostRounds = 10

/** Makes all fixes that hold: each is verified by reading its result again. Writes nothing. */
export async function fix(input: FixInput): Promise<FixOutcome> {
  const work = new Workbench(input)
  let messages = lint(input)
  for (let round = 0; round < mostRounds; round++) {
    const changed = await work.round(messages)
    if (!changed) break
    messages = lint(work.run)
  }
  return { ...work.outcome(), messages }
}

interface Candidate {
  readonly message: Message
  readonly fix: Fix
}

/** The state of one fixing run: the corpus as it is to be, and what was done to each text. */
class Workbench {
  readonly #input: FixInput
  readonly #texts = new Map<string, string>()
  readonly #edits = new Map<string, readonly Edit[]>()
  readonly #dropped = new Map<string, DroppedFix>()
  #corpus: Corpus
  #count = 0

  constructor(input: FixInput) {
    this.#input = input
    this.#corpus = input.corpus
  }

  get run(): RunInput {
    return {
      ...this.#input,
      corpus: this.#corpus,
      textOf: (path) => this.#texts.get(path) ?? this.#input.textOf(path),
    }
  }

  /** Tries every fix among the messages once; true where a text changed. */
  async round(messages: readonly Message[]): Promise<boolean> {
    let changed = false
    const moved = new Set<string>()
    for (const [path, found] of this.#sourcesFirst(messages)) {
      const guide = this.#corpus.documents.get(path)?.guide ?? ''
      // What is held against the source says other things once that has changed.
      const own = moved.has(guide) ? lintOne(path, this.run) : found
      const candidates = this.#candidates(own)
      if (candidates.length === 0 || !(await this.#fixDocument(path, own, candidates))) continue
      changed = true
      if (this.#isSource(path)) moved.add(guide)
    }
    return changed
  }

  /** Targets are held against their source: a change of both is right only when that one has it already. */
  #sourcesFirst(messages: readonly Message[]): [path: string, messages: readonly Message[]][] {
    const groups = [...groupBy(messages, (message) => message.path)]
    return [
      ...groups.filter(([path]) => this.#isSource(path)),
      ...groups.filter(([path]) => !this.#isSource(path)),
    ]
  }

  #isSource(path: string): boolean {
    const document = this.#corpus.documents.get(path)
    return document !== undefined && this.#corpus.guideOf(document).source?.path === path
  }

  outcome(): Omit<FixOutcome, 'messages'> {
    const byPath = [...this.#edits].sort(([a], [b]) => (a < b ? -1 : 1))
    const patches = byPath.map(([path, edits]) => ({
      path,
      base: this.#input.corpus.documents.get(path)?.hash ?? '',
      edits,
    }))
    return {
      patches,
      count: this.#count,
      dropped: [...this.#dropped.values()],
      corpus: this.#corpus,
      texts: this.#texts,
    }
  }

  #candidates(messages: readonly Message[]): Candidate[] {
    const chosen: Candidate[] = []
    for (const message of messages) {
      const { fix } = message
      if (fix === undefined || (fix.applicability === 'unsafe' && !this.#input.unsafe)) continue
      if (this.#dropped.has(keyOf(message))) continue
      const clashes = chosen.some((other) => collide(other.fix.edits, fix.edits))
      if (!clashes) chosen.push({ message, fix })
    }
    return chosen
  }

  async #fixDocument(
    path: string,
    messages: readonly Message[],
    candidates: readonly Candidate[],
  ): Promise<boolean> {
    if (await this.#apply(path, messages, candidates)) return true
    if (candidates.length === 1) return false
    // Together they went wrong: each must answer for itself, the ones behind first, so that offsets stay.
    let changed = false
    for (const candidate of [...candidates].reverse()) {
      const current = changed ? lintOne(path, this.run) : messages
      if (await this.#apply(path, current, [candidate])) changed = true
    }
    return changed
  }

  /** Applies candidates to one text if the result reads as it should; a single one that does not is dropped. */
  async #apply(
    path: string,
    messages: readonly Message[],
    candidates: readonly Candidate[],
  ): Promise<boolean> {
    const edits = candidates.flatMap(({ fix }) => fix.edits)
    const changes = new Set<FactKind>(candidates.flatMap(({ fix }) => fix.changes))
    const trial = await tryEdits({ path, edits, changes, messages }, this.run, this.#input.read)
    if (trial === undefined) return false
    const { text, corpus, fault } = trial
    if (fault !== undefined) {
      const [only] = candidates
      if (candidates.length === 1 && only)
        this.#dropped.set(keyOf(only.message), { message: only.message, why: fault })
      return false
    }
    this.#corpus = corpus
    this.#texts.set(path, text)
    this.#edits.set(path, composeEdits(this.#edits.get(path) ?? [], edits))
    this.#count += candidates.length
    return true
  }
}

function lintOne(path: string, run: RunInput): Message[] {
  const document = run.corpus.documents.get(path)
  return document ? lintDocument(document, run) : []
}

/** A fix's name while fixing: rounds shift offsets, so words tell it, not places. */
function keyOf({ path, ruleId, reason, fix }: Message): string {
  return [path, ruleId, reason, fix?.title, ...(fix?.edits.map((edit) => edit.text) ?? [])].join('\n')
}

/** True where two fixes claim the same characters, or would insert at the same place. */
function collide(first: readonly Edit[], second: readonly Edit[]): boolean {
  return first.some(({ range: a }) => second.some(({ range: b }) => clash(a, b)))
}

function clash(a: Range, b: Range): boolean {
  return (
    (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === a.start && b.end === b.start)
  )
}
