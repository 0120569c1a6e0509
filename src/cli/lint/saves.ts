/** A save comes as several events, one after another: so long nothing must follow. */
const quietMilliseconds = 5

/** Nobody waits longer than this for a save to be over. */
const patienceMilliseconds = 250

/** What was saved at one time. */
interface Saved {
  readonly paths: ReadonlySet<string>
  /** When the first of them was saved. */
  readonly at: number
}

/** Gathers what is saved at one time, and hands it out when it is over. */
export class Saves {
  #paths = new Set<string>()
  #first = 0
  #isStopped = false
  #timer: NodeJS.Timeout | undefined
  #wake: (() => void) | undefined

  readonly add = (path: string): void => {
    const now = performance.now()
    if (this.#paths.size === 0) this.#first = now
    this.#paths.add(path)
    if (now - this.#first > patienceMilliseconds) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#wake?.(), quietMilliseconds)
  }

  stop(): void {
    this.#isStopped = true
    this.#wake?.()
  }

  /** The next saves; undefined once it is stopped. */
  async next(): Promise<Saved | undefined> {
    // Nothing else keeps the process: what is watched does not.
    const awake = setInterval(() => undefined, 2 ** 30)
    try {
      while (this.#paths.size === 0 && !this.#isStopped)
        await new Promise<void>((resolve) => (this.#wake = resolve))
    } finally {
      clearInterval(awake)
      this.#wake = undefined
    }
    if (this.#isStopped) return undefined
    const saved = { paths: this.#paths, at: this.#first }
    this.#paths = new Set()
    return saved
  }
}
