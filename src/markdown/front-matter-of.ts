import type { Range } from '../text/range.ts'
import { lineStartAt } from '../text/source.ts'
import type { FrontMatter, FrontMatterReading } from './front-matter.ts'
import { readFlatFields } from './front-matter-flat.ts'
import { readTomlFields } from './front-matter-toml.ts'
import { readYamlFields } from './front-matter-yaml.ts'

const readers = { yaml: readYaml, toml: readTomlFields }

/** Reads a front matter block whose fences have been found by the parser; unreadable ones carry their problem. */
export function frontMatterOf(text: string, syntax: 'yaml' | 'toml', range: Range): FrontMatter {
  const contentRange = contentOf(text, range)
  const content = text.slice(contentRange.start, contentRange.end)
  return { syntax, range, contentRange, ...readers[syntax](content, contentRange.start) }
}

/** Most front matter is flat, and the reader of YAML takes longer for it than the parser for all the rest. */
function readYaml(content: string, base: number): FrontMatterReading {
  const fields = readFlatFields(content, base)
  return fields ? { fields } : readYamlFields(content, base)
}

function contentOf(text: string, { start, end }: Range): Range {
  const first = text.indexOf('\n', start) + 1
  const last = lineStartAt(text, end)
  return first === 0 || last < first ? { start: end, end } : { start: first, end: last }
}
