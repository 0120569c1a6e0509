import type { Range } from '../text/range.ts'
import { lineStartAt } from '../text/source.ts'
import type { FrontMatter } from './front-matter.ts'
import { readTomlFields } from './front-matter-toml.ts'
import { readYamlFields } from './front-matter-yaml.ts'

const readers = { yaml: readYamlFields, toml: readTomlFields }

/** Reads a front matter block whose fences have been found by the parser; unreadable ones carry their problem. */
export function frontMatterOf(text: string, syntax: 'yaml' | 'toml', range: Range): FrontMatter {
  const contentRange = contentOf(text, range)
  const content = text.slice(contentRange.start, contentRange.end)
  return { syntax, range, contentRange, ...readers[syntax](content, contentRange.start) }
}

function contentOf(text: string, { start, end }: Range): Range {
  const first = text.indexOf('\n', start) + 1
  const last = lineStartAt(text, end)
  return first === 0 || last < first ? { start: end, end } : { start: first, end: last }
}
