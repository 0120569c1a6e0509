import type { Config, InterfaceStrings } from '../corpus/config.ts'
import { interfaceStrings } from '../exchange/interface-strings.ts'
import { textBelow } from '../io/ledger-files.ts'
import { UsageError } from './usage.ts'

/** What the product's own files say, that a config names. @throws UsageError where there are none, or one cannot be read. */
export function openLabels(root: string, config: Config): InterfaceStrings {
  const result = interfaceStrings(config, (path) => textBelow(root, path))
  if ('strings' in result) return result.strings
  throw new UsageError(result.problem)
}
