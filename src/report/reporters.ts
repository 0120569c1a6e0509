import { checkstyle } from './checkstyle.ts'
import { compact } from './compact.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import type { Reporter } from './report.ts'
import { sarif } from './sarif.ts'
import { stylish } from './stylish.ts'

/** The reporters by the names that `--reporter` takes. */
export const reporters: Readonly<Record<string, Reporter>> = {
  stylish,
  compact,
  json,
  github,
  gitlab,
  sarif,
  junit,
  checkstyle,
  markdown,
}
