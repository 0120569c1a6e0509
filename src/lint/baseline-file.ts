import * as z from 'zod'
import type { Baseline } from './baseline.ts'

const schema = z.strictObject({
  version: z.literal(1),
  findings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.int().positive()))),
})

/** The file of a baseline: sorted, a hash a line, so that it is the same for everyone and merges well. */
export function printBaseline(baseline: Baseline): string {
  const findings = sorted(baseline, (byRule) => sorted(byRule, (counts) => sorted(counts, (count) => count)))
  return `${JSON.stringify({ version: 1, findings }, undefined, 2)}\n`
}

/** Reads the file of a baseline, or tells why it is none. */
export function parseBaseline(text: string): { readonly baseline: Baseline } | { readonly problem: string } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { problem: `Unexpected text, expected JSON: ${error instanceof Error ? error.message : ''}` }
  }
  const result = schema.safeParse(value)
  if (!result.success) {
    const [issue] = result.error.issues
    return { problem: `Unexpected \`${issue?.path.join('.') ?? ''}\`, expected what the program writes` }
  }
  const { findings } = result.data
  return { baseline: mapOf(findings, (byRule) => mapOf(byRule, (counts) => mapOf(counts, (count) => count))) }
}

function mapOf<In, Out>(
  record: Readonly<Record<string, In>>,
  inner: (value: In) => Out,
): ReadonlyMap<string, Out> {
  return new Map(Object.entries(record).map(([key, value]) => [key, inner(value)]))
}

/** A map as a plain object, keys sorted, without empty ones. */
function sorted<In>(
  map: ReadonlyMap<string, In>,
  inner: (value: In) => unknown,
): Readonly<Record<string, unknown>> {
  const entries = [...map]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]): [string, unknown] => [key, inner(value)])
    .filter(([, value]) => typeof value !== 'object' || value === null || Object.keys(value).length > 0)
  return Object.fromEntries(entries)
}
