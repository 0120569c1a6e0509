import * as z from 'zod'
import type { Applicability } from '../lint/finding.ts'
import type { Severity } from '../lint/rule.ts'
import type { Place } from '../text/source.ts'
import type { Summary } from './report.ts'

/** A message as JSON has it. */
export interface JsonMessage {
  readonly path: string
  readonly guide: string
  readonly locale?: string
  readonly ruleId: string
  readonly severity: Severity
  readonly reason: string
  readonly note?: string
  readonly actual?: string
  readonly expected?: string
  readonly place: Place
  readonly related?: readonly { readonly path: string; readonly place: Place; readonly reason: string }[]
  readonly fix?: {
    readonly title: string
    readonly applicability: Applicability
    readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[]
  }
  readonly url: string
}

/** The report as JSON has it. */
export interface JsonReport {
  readonly version: 1
  readonly summary: Summary
  readonly messages: readonly JsonMessage[]
}

/** A key that may be left out. */
const key = <Value extends z.ZodType>(value: Value, description: string): z.ZodExactOptional<Value> =>
  value.describe(description).exactOptional()

const count = z.int().min(0)
const fromOne = z.int().min(1)
const offset = count.describe('From 0, in UTF-16 code units of the text as stored, byte order mark included.')

const point = z
  .strictObject({
    line: fromOne.describe('From 1.'),
    column: fromOne.describe('From 1, in UTF-16 code units; a byte order mark is not counted.'),
    offset,
  })
  .readonly()

const place = z
  .strictObject({ start: point, end: point.describe('Behind the last character.') })
  .readonly()
  .describe('Where it stands.')

const path = z.string().describe('The file, relative to the root, with `/`.')

const related = z.strictObject({
  path,
  place,
  reason: z.string().describe('What this place has to do with the finding.'),
})

const edit = z.strictObject({
  start: offset,
  end: offset,
  text: z.string().describe('What takes the place of the characters from `start` to `end`.'),
})

const fix = z.strictObject({
  title: z.string().describe('What the fix does.'),
  applicability: z
    .enum(['safe', 'unsafe'])
    .describe('Whether `--fix` makes it, or only `--fix --unsafe`: a person should look at the result.'),
  edits: z.array(edit),
})

const message = z.strictObject({
  path,
  guide: z.string().describe('The id of the guide.'),
  locale: key(z.string(), 'The locale as files name it; left out where it is not known.'),
  ruleId: z.string().describe('The id of the rule.'),
  severity: z.enum(['error', 'warning', 'info']),
  reason: z.string().describe('What is wrong: `Unexpected X, expected Y`.'),
  note: key(z.string(), 'Help in a sentence.'),
  actual: key(z.string(), 'What stands there.'),
  expected: key(z.string(), 'What should stand there.'),
  place,
  related: key(z.array(related), 'Other places that the finding speaks of.'),
  fix: key(fix, 'How to repair it.'),
  url: z.string().describe('The page of the rule.'),
})

const summary = z.strictObject({
  guides: count,
  documents: count,
  errors: count,
  warnings: count,
  infos: count,
  fixable: count.describe('The findings that `--fix` repairs.'),
  durationMs: z.number().min(0),
})

/** The report as `--json` prints it. */
export const reportSchema: z.ZodType<JsonReport> = z.strictObject({
  version: z.literal(1).describe('Rises where a reader of the old form could not read the new one.'),
  summary,
  messages: z.array(message).describe('Sorted by path, offset and rule.'),
})

/** The JSON Schema of the report, as it is published. */
export function reportJsonSchema(): string {
  const { $schema, ...rest } = z.toJSONSchema(reportSchema, {
    // zod bounds integers by what a double can hold, which says nothing to a reader.
    override: ({ jsonSchema }) => {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    },
  })
  const id = 'https://raw.githubusercontent.com/hexapla/hexapla/main/docs/schema/report.schema.json'
  const schema = { $schema, $id: id, title: 'The report of `hexapla lint --json`', ...rest }
  return `${JSON.stringify(schema, undefined, 2)}\n`
}
