import type { Page, Passage } from './passage.ts'

/** What is known of passages of the source and of the target that stand for each other. */
interface Placed {
  readonly head: readonly number[]
  readonly target: readonly number[]
  readonly changes: ReadonlySet<string>
}

/**
 * Finds the place of what is new: behind what it follows; sections, where the target has them in another order, where
 * they stand behind most that they follow and before most that follows them; sections that nothing follows, at the end.
 */
export class Gaps {
  readonly #targets = new Map<number, readonly number[]>()
  readonly #fresh: ReadonlySet<number>
  readonly #head: Page
  readonly #last: number
  /** What was found of sections, by where they begin. */
  readonly #ordered = new Map<number, number>()

  constructor(items: readonly Placed[], fresh: readonly number[], head: Page, target: Page) {
    this.#fresh = new Set(fresh)
    this.#head = head
    this.#last = target.passages.length - 1
    for (const { head: heads, target: targets, changes } of items) {
      if (targets.length === 0 || changes.has('moved') || changes.has('removed')) continue
      for (const index of heads) this.#targets.set(index, targets)
    }
  }

  /** The passage of the target that a new one comes after. */
  afterOf(index: number): number {
    let first = index
    while (this.#fresh.has(first - 1)) first--
    const before = this.#nearest(first - 1, -1)
    const next = this.#nearest(index + 1, 1)
    const [previous, following] = [before?.at(-1), next?.[0]]
    if (previous === undefined) return (following ?? this.#last + 1) - 1
    const isSection = this.#head.passages[first]?.kind === 'heading'
    const isLast = this.#nearest(index + 1, 1, ({ blocks }) => blocks.length > 0) === undefined
    if (!isSection) return previous
    return isLast ? (following ?? this.#last + 1) - 1 : this.#inOrder(first, previous)
  }

  /** Among all that stands under the same heading: the place with the fewest passages on the wrong side of it. */
  #inOrder(first: number, previous: number): number {
    const known = this.#ordered.get(first)
    if (known !== undefined) return known
    const level = this.#levelAt(first)
    let [start, end] = [first - 1, first + 1]
    while (start > 0 && !(this.#levelAt(start) < level)) start--
    while (end < this.#head.passages.length && !(this.#levelAt(end) < level)) end++
    // The heading over them tells nothing of their order, and may itself stand for a section that changed its place.
    if (this.#levelAt(start) < level) start++
    const anchors: { readonly at: number; readonly isBefore: boolean }[] = []
    for (let index = Math.max(start, 0); index < end; index++)
      for (const at of this.#targets.get(index) ?? []) anchors.push({ at, isBefore: index < first })
    anchors.sort((a, b) => a.at - b.at)
    let wrong = anchors.filter(({ isBefore }) => isBefore).length
    let best = { at: previous, wrong: Infinity }
    for (const { at, isBefore } of anchors) {
      wrong += isBefore ? -1 : 1
      if (isBefore && (wrong < best.wrong || (wrong === best.wrong && at === previous))) best = { at, wrong }
    }
    this.#ordered.set(first, best.at)
    return best.at
  }

  /** The level of a heading; of all else none, which is lower than any. */
  #levelAt(index: number): number {
    const passage = this.#head.passages[index]
    return passage?.kind === 'heading' ? passage.block.level : Infinity
  }

  #nearest(
    from: number,
    step: 1 | -1,
    counts: (passage: Passage) => boolean = () => true,
  ): readonly number[] | undefined {
    for (let at = from; at >= 0 && at < this.#head.passages.length; at += step) {
      const targets = this.#targets.get(at)
      const passage = this.#head.passages[at]
      if (targets && passage && counts(passage)) return targets
    }
    return undefined
  }
}
