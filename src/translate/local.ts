import type { Memory } from '../l10n/memory.ts'
import type { Provider } from './provider.ts'
import { pseudo } from './pseudo.ts'

/** Makes words that look translated, to try a site or a layout with. */
export function pseudoProvider(direction: 'ltr' | 'rtl'): Provider {
  return {
    name: 'pseudo',
    batch: 1000,
    translate: (asked) =>
      Promise.resolve(new Map(asked.map(({ id, words }) => [id, pseudo(words, direction)]))),
  }
}

/** Gives what a translation memory has for the very words, numbers set aside. */
export function memoryProvider(memory: Memory): Provider {
  return {
    name: 'memory',
    batch: 1000,
    translate: (asked) =>
      Promise.resolve(
        new Map(
          asked.flatMap(({ id, words }): [string, string][] => {
            const [best] = memory.matches(words, { least: 99, most: 1 })
            return best ? [[id, best.target]] : []
          }),
        ),
      ),
  }
}
