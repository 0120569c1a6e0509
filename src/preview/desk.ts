import { writePatches } from '../io/write.ts'
import { tryEdits } from '../lint/trial.ts'
import { rules } from '../lint/rules/index.ts'
import { lintDocument, type RunInput } from '../lint/run.ts'
import { selectRules } from '../lint/selection.ts'
import { applyEdits, hashOf, invertedEdits, type Patch } from '../text/edit.ts'
import { messageOfKey } from './finding-view.ts'
import type { LiveCorpus } from './live.ts'
import type { Recorded } from './recorded.ts'
import { siblingsOf } from './scene.ts'

/** What came of something that was to be written. */
export type Written =
  | { readonly kind: 'written'; readonly undo: string; readonly title: string; readonly hash: string }
  /** The text is another one by now. */
  | { readonly kind: 'conflict'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string }

/** Which fix is to be made, as the page names it. */
export interface FixRequest {
  readonly path: string
  /** Of the text that the page shows. */
  readonly hash: string
  readonly key: string
}

interface Step {
  readonly patch: Patch
  readonly title: string
  /** The ledger as it was. */
  readonly ledger?: Recorded
}

/** So many steps can be taken back. */
const mostSteps = 200

/** Writes what the page asks for, and takes it back. */
export class Desk {
  readonly #root: string
  readonly #live: LiveCorpus
  readonly #steps = new Map<string, Step>()
  #count = 0

  constructor(root: string, live: LiveCorpus) {
    this.#root = root
    this.#live = live
  }

  /** Makes one fix, if what it leaves reads as it should. */
  async fix({ path, hash, key }: FixRequest): Promise<Written> {
    const { scene } = this.#live
    const known = scene.shown.get(path)
    if (!known) return { kind: 'refused', reason: `Unexpected path \`${path}\`, expected a document` }
    if (known.hash !== hash) return changedMeanwhile(path)
    const message = messageOfKey(known.heard, key)
    const { fix } = message ?? {}
    if (!fix) return { kind: 'refused', reason: 'Unexpected finding, expected one that has a fix' }
    const open = await this.#live.openDocuments(siblingsOf(scene, known.guide))
    const document = open.find((each) => each.path === path)
    if (document?.hash !== hash) return changedMeanwhile(path)
    const texts = new Map(open.map((each) => [each.path, each.text]))
    const corpus = scene.corpus.with(open)
    const run: RunInput = {
      corpus,
      textOf: (other) => texts.get(other) ?? '',
      rules: selectRules(rules, scene.config),
      known: rules.map(({ id }) => id),
      ...(scene.canon && { canon: scene.canon }),
    }
    const attempt = {
      path,
      edits: fix.edits,
      changes: new Set(fix.changes),
      messages: lintDocument(document, run),
    }
    const trial = await tryEdits(attempt, run, (_, text) => this.#live.readAs(known, text, hashOf(text)))
    if (trial?.fault !== undefined) {
      return { kind: 'refused', reason: `The fix was not made: ${trial.fault}` }
    }
    return this.write({ path, base: hash, edits: fix.edits }, document.text, fix.title)
  }

  /** Writes a patch of a text, and remembers how to take it back. */
  async write(
    { path, base, edits }: Patch,
    text: string,
    title: string,
    ledger?: Recorded,
  ): Promise<Written> {
    const before = ledger && { ...ledger, recording: this.#live.ledgerOf(ledger.guide, ledger.locale) }
    const refused = await this.#put({ path, base, edits }, ledger)
    if (refused) return refused
    const hash = hashOf(applyEdits(text, edits))
    const patch = { path, base: hash, edits: invertedEdits(text, edits) }
    return {
      kind: 'written',
      title,
      hash,
      undo: this.#remember({ patch, title, ...(before && { ledger: before }) }),
    }
  }

  /** Takes back what was written, if the text is still as it was left. */
  async undo(name: string): Promise<Written> {
    const step = this.#steps.get(name)
    if (!step)
      return { kind: 'refused', reason: 'Unexpected step, expected one that was made since the start' }
    const refused = await this.#put(step.patch, step.ledger)
    if (refused) return refused
    this.#steps.delete(name)
    return { kind: 'written', title: step.title, hash: '', undo: '' }
  }

  /** The document first: what is recorded of words that never came would be wrong, the other way round it is late. */
  async #put(patch: Patch, ledger?: Recorded): Promise<Written | undefined> {
    const { refused } = await writePatches(this.#root, [patch])
    if (ledger && refused.length === 0) await this.#live.recordLedger(ledger)
    await this.#live.refresh([patch.path])
    const [first] = refused
    if (!first) return undefined
    if (first.reason === 'it has changed meanwhile') return changedMeanwhile(patch.path)
    return { kind: 'refused', reason: `\`${patch.path}\` was not written: ${first.reason}` }
  }

  #remember(step: Step): string {
    const name = String(++this.#count)
    this.#steps.set(name, step)
    const [oldest] = this.#steps.keys()
    if (this.#steps.size > mostSteps && oldest !== undefined) this.#steps.delete(oldest)
    return name
  }
}

function changedMeanwhile(path: string): Written {
  return { kind: 'conflict', reason: `\`${path}\` has changed meanwhile; look at it as it is now` }
}
