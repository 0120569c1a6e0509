import { groupByEach } from './group-by.ts'
import { longestMeant, nearestOf } from './nearest.ts'

/** Of more names only a slip of one letter is found: to compare all of them would take too long. */
const mostCompared = 256

/** Names looked up by what a person may have written, many times. */
export class NearNames {
  readonly #names: Set<string>
  readonly #answers = new Map<string, string | undefined>()
  #bySlip: ReadonlyMap<string, readonly string[]> | undefined

  constructor(names: Iterable<string>) {
    this.#names = new Set(names)
  }

  /** Another name; only before the first look. */
  add(name: string): void {
    this.#names.add(name)
  }

  near(name: string): string | undefined {
    if (this.#names.has(name)) return name
    if (!this.#answers.has(name)) this.#answers.set(name, nearestOf(name, this.#candidates(name)))
    return this.#answers.get(name)
  }

  #candidates(name: string): Iterable<string> {
    if (this.#names.size <= mostCompared) return this.#names
    this.#bySlip ??= groupByEach(
      [...this.#names].filter(({ length }) => length <= longestMeant),
      formsOf,
    )
    return new Set(formsOf(name).flatMap((form) => this.#bySlip?.get(form) ?? []))
  }
}

/** A name and what is left of it without each of its letters: two names that a slip parts have one of these in common. */
function formsOf(name: string): string[] {
  const lower = name.toLowerCase()
  return [lower, ...Array.from(lower, (_, at) => lower.slice(0, at) + lower.slice(at + 1))]
}
