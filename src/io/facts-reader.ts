import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Root } from 'mdast'
import type { Config } from '../corpus/config.ts'
import { formatOf, type Document } from '../corpus/document.ts'
import { refusedFacts, type Facts } from '../markdown/facts.ts'
import { factsOf } from '../markdown/facts-of.ts'
import { defaultLimits, limitProblemIn, type Limits } from '../markdown/limits.ts'
import { loadNativeParse, remarkTriggerIn, type Format, type Parse } from '../markdown/parse.ts'
import { ParseRefusal } from '../markdown/refusal.ts'
import { RemarkWorker } from './remark-worker-host.ts'

/** The native parser was asked for by name and is not there. */
class ParserMissing extends Error {
  override readonly name = 'ParserMissing'
}

/** What the native parser leaves behind is let go when the event loop turns, which jobs on hand may put off for long. */
const charactersBetweenTurns = 256 * 1024

/** Reads texts into facts: by the native parser, or by remark where that one cannot serve. */
export class FactsReader {
  readonly limits: Limits
  readonly #native: Parse | undefined
  readonly #remark: RemarkWorker
  #sinceTurn = 0

  private constructor(native: Parse | undefined, limits: Limits) {
    this.#native = native
    this.limits = limits
    this.#remark = new RemarkWorker(limits)
  }

  /** @throws ParserMissing where the config insists on the native parser and it is not installed. */
  static async open(config: Pick<Config, 'parser' | 'limits'>): Promise<FactsReader> {
    const native = config.parser === 'remark' ? undefined : await loadNativeParse()
    if (config.parser === 'native' && native === undefined) {
      throw new ParserMissing(
        'Unexpected absence of the package `satteri`, expected it to be installed for `parser: native`',
      )
    }
    return new FactsReader(native, { ...defaultLimits, ...config.limits })
  }

  /** The facts of a text; refused ones say why. `onTree` hears the tree that they were read from, where it was made here. */
  async read(text: string, path: Document['path'], onTree?: (tree: Root) => void): Promise<Facts> {
    const problem = limitProblemIn(text, this.limits)
    if (problem) return refusedFacts({ kind: 'limit', ...problem })
    const format = formatOf(path)
    const facts = this.#readNatively(text, format, onTree)
    if (facts === undefined) return this.#remark.read(text, format)
    this.#sinceTurn += text.length
    if (this.#sinceTurn > charactersBetweenTurns) {
      this.#sinceTurn = 0
      await nextTurn()
    }
    return facts
  }

  /** Ends the worker, if one was needed. */
  async close(): Promise<void> {
    await this.#remark.close()
  }

  #readNatively(text: string, format: Format, onTree?: (tree: Root) => void): Facts | undefined {
    if (this.#native === undefined || remarkTriggerIn(text, format) !== undefined) return undefined
    try {
      const parsed = this.#native(text, format)
      const facts = factsOf(parsed, text)
      onTree?.(parsed.tree)
      return facts
    } catch (error) {
      if (error instanceof ParseRefusal && error.kind === 'reference') return undefined
      throw error
    }
  }
}
