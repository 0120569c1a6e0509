import { recover, writeTogether, type Change } from '../io/journal.ts'
import { readText } from '../io/read-text.ts'
import { tryEdits } from '../lint/trial.ts'
import { rules } from '../lint/rules/index.ts'
import { lintDocument, type RunInput } from '../lint/run.ts'
import { selectRules } from '../lint/selection.ts'
import { applyEdits, hashOf, invertedEdits, type Patch } from '../text/edit.ts'
import { messageOfKey } from './finding-view.ts'
import type { LiveCorpus } from './live.ts'
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

/** A whole file as it was and as it is to be; undefined where there is none. */
export interface Rewrite {
  /** Below the root. */
  readonly path: string
  readonly before: string | undefined
  readonly after: string | undefined
}

/** What takes something back that was written. */
interface Step {
  readonly patch: Patch
  readonly title: string
  readonly ledger?: Rewrite
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
    const trial = await tryEdits(attempt, run, (_, text) => this.#live.readAs(known, text))
    if (trial?.fault !== undefined) {
      return { kind: 'refused', reason: `The fix was not made: ${trial.fault}` }
    }
    return this.write({ path, base: hash, edits: fix.edits }, document.text, fix.title)
  }

  /** Writes a patch of a text and what is recorded of it, and remembers how to take both back. */
  async write({ path, base, edits }: Patch, text: string, title: string, ledger?: Rewrite): Promise<Written> {
    const refused = await this.#put({ path, base, edits }, ledger)
    if (refused) return refused
    const hash = hashOf(applyEdits(text, edits))
    const patch = { path, base: hash, edits: invertedEdits(text, edits) }
    return {
      kind: 'written',
      title,
      hash,
      undo: this.#remember({
        patch,
        title,
        ...(ledger && { ledger: { ...ledger, before: ledger.after, after: ledger.before } }),
      }),
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

  /** Document and ledger come as one: neither says anything of the other that is not so. */
  async #put({ path, base, edits }: Patch, ledger?: Rewrite): Promise<Written | undefined> {
    await recover(this.#root)
    const { text, hash } = readText(this.#root, { path })
    // A text that is another one by now is refused with all the rest.
    const after = hash === base ? applyEdits(text, edits) : text
    const [refused] = await writeTogether(this.#root, [
      { path, base, text: after },
      ...(ledger ? [changeOf(ledger)] : []),
    ])
    await this.#live.refresh([path])
    if (!refused) return undefined
    if (refused.reason === 'it has changed meanwhile') return changedMeanwhile(refused.path ?? path)
    return { kind: 'refused', reason: `\`${path}\` was not written: ${refused.reason}` }
  }

  #remember(step: Step): string {
    const name = String(++this.#count)
    this.#steps.set(name, step)
    const [oldest] = this.#steps.keys()
    if (this.#steps.size > mostSteps && oldest !== undefined) this.#steps.delete(oldest)
    return name
  }
}

function changeOf({ path, before, after }: Rewrite): Change {
  return { path, base: before === undefined ? undefined : hashOf(before), text: after }
}

function changedMeanwhile(path: string): Written {
  return { kind: 'conflict', reason: `\`${path}\` has changed meanwhile; look at it as it is now` }
}
