import { json } from './json.ts'
import type { Reporter } from './report.ts'
import { stylish } from './stylish.ts'

/** The reporters by the names that `--reporter` takes. */
export const reporters: Readonly<Record<string, Reporter>> = { stylish, json }
