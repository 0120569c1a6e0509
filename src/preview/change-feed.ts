import type { SceneChange } from './live.ts'

/** So many paths are told one by one; of more, that anything may have changed. */
const mostPaths = 500

/**
 * What one page has still to hear of. Changes that it does not take in time become one, so that a page that never reads
 * costs no more than one that does.
 */
export class ChangeFeed {
  #pending: SceneChange | undefined
  #wake: (() => void) | undefined
  #isClosed = false

  put({ version, paths }: SceneChange): void {
    const was = this.#pending
    const all = was ? merged(was.paths, paths) : paths
    this.#pending = { version, paths: all && all.length <= mostPaths ? all : undefined }
    this.#wake?.()
  }

  close(): void {
    this.#isClosed = true
    this.#wake?.()
  }

  /** The next change, when there is one; undefined at the end, `idle` after so many milliseconds without. */
  async next(patience: number): Promise<SceneChange | 'idle' | undefined> {
    if (!this.#pending && !this.#isClosed) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patience)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      this.#wake = undefined
    }
    if (this.#isClosed) return undefined
    const change = this.#pending
    this.#pending = undefined
    return change ?? 'idle'
  }
}

function merged(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): readonly string[] | undefined {
  return a && b ? [...new Set([...a, ...b])] : undefined
}
