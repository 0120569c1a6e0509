import * as z from 'zod'
import { configIssuesOf } from '../corpus/config-issue.ts'
import { keysAt, type JsonSchema } from '../corpus/config-json-schema.ts'
import type { ConfigProblem } from '../corpus/parse-config.ts'
import { readYaml } from '../corpus/yaml.ts'
import type { Glossary } from './glossary.ts'

const text = z.string().min(1)
const phrase = text.regex(/\p{L}|\p{N}/u, { error: 'words' })
const phrases = z
  .union([phrase, z.array(phrase).min(1)])
  .transform((value) => (Array.isArray(value) ? value : [value]))

const schema = z.strictObject({
  keep: z.array(phrase).default([]),
  terms: z
    .record(
      text,
      z.strictObject({
        note: text.exactOptional(),
        words: z.record(text, phrases).default({}),
        avoid: z.record(text, phrases).default({}),
      }),
    )
    .default({}),
})

/** Reads a glossary file: the glossary, or its problems with their places. Never throws. */
export function parseGlossary(
  source: string,
  path: string,
): { readonly glossary: Glossary } | { readonly problems: readonly ConfigProblem[] } {
  const reading = readYaml(source)
  if ('problems' in reading) return { problems: reading.problems.map((problem) => ({ path, ...problem })) }
  const value = reading.value ?? {}
  const result = schema.safeParse(value)
  if (result.success) {
    const terms = Object.entries(result.data.terms).map(([id, term]) => ({ id, ...term }))
    return { glossary: { path, keep: result.data.keep, terms } }
  }
  const known = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema
  const issues = configIssuesOf(result.error.issues, value, (place) => keysAt(known, place))
  return {
    problems: issues.map(({ path: place, at, reason }) => ({
      path,
      reason,
      range: at === 'key' ? reading.keyRangeOf(place) : reading.valueRangeOf(place),
    })),
  }
}
