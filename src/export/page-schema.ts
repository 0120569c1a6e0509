import * as z from 'zod'
import type { OutlineEntry } from './page.ts'

/** A page as JSON has it. */
export interface PageData {
  readonly version: 1
  readonly path: string
  readonly guide: string
  readonly locale: string
  readonly type: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly title: string
  readonly excerpt: string
  readonly section: string
  readonly order?: number
  readonly updated: string
  readonly hidden: boolean
  readonly deprecated: boolean
  readonly outline: readonly OutlineEntry[]
  readonly children: readonly unknown[]
}

const described = (description: string): z.ZodString => z.string().describe(description)

const text = z.strictObject({ type: z.literal('text'), value: z.string() })

const comment = z.strictObject({ type: z.literal('comment'), value: z.string() })

const doctype = z.strictObject({ type: z.literal('doctype') })

const property = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.union([z.string(), z.number()])),
])

const element = z
  .strictObject({
    type: z.literal('element'),
    tagName: described('`p`, `h2`, `table` …'),
    properties: z
      .record(z.string(), property)
      .describe(
        'By their names in hast: `className`, `href`. A link to another document has `dataDocument` (its path) and `dataFragment`, a link to a file and a picture have `dataFile`: its path.',
      ),
    get children() {
      return z.array(node)
    },
  })
  .describe('An element of HTML.')

const node: z.ZodType = z.union([element, text, comment, doctype]).meta({ id: 'node' })

const pageSchema: z.ZodType<PageData> = z.strictObject({
  version: z.literal(1).describe('Rises where a reader of the old form could not read the new one.'),
  path: described('The document, relative to the root, with `/`.'),
  guide: described('The id of the guide: `mail/outlook`.'),
  locale: described('`fr-fr`.'),
  type: described('`guide`, `product`, `universe`, `home`.'),
  language: described('The locale by BCP 47: `fr-FR`.'),
  direction: z.enum(['ltr', 'rtl']),
  title: z.string(),
  excerpt: described('In a sentence what it is about; may be empty.'),
  section: described('Where it stands in the table of contents; may be empty.'),
  order: z.number().exactOptional().describe('Its place among those of its section.'),
  updated: described('`2026-11-24`; empty where the front matter has no date.'),
  hidden: z.boolean(),
  deprecated: z.boolean(),
  outline: z
    .array(z.strictObject({ depth: z.int().min(1).max(6), id: z.string(), text: z.string() }))
    .describe('The headings, in the order of the text.'),
  children: z.array(node).describe('The content as a tree of HTML (hast), with the dialect resolved.'),
})

/** The JSON Schema of a page, as it is published. */
export function pageJsonSchema(): string {
  const { $schema, ...rest } = z.toJSONSchema(pageSchema)
  const id = 'https://raw.githubusercontent.com/hexapla/hexapla/main/docs/schema/page.schema.json'
  const schema = { $schema, $id: id, title: 'A page of `hexapla export --to json`', ...rest }
  return `${JSON.stringify(schema, undefined, 2)}\n`
}
