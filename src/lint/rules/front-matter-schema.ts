import type { FrontMatterKey, FrontMatterSchema } from '../../corpus/config.ts'
import type { Field, FrontMatter } from '../../markdown/front-matter.ts'
import { nearestOf } from '../../text/nearest.ts'
import type { Finding } from '../finding.ts'
import { documentRule, type Rule } from '../rule.ts'

function* missing(
  schema: FrontMatterSchema,
  frontMatter: FrontMatter | undefined,
  text: string,
): Iterable<Finding> {
  const present = new Set(frontMatter?.fields.map((field) => field.key))
  const required = Object.entries(schema.keys).filter(([key, { required }]) => required && !present.has(key))
  if (required.length === 0) return
  const keys = required.map(([key]) => `\`${key}\``).join(', ')
  const start = frontMatter?.range.start ?? 0
  yield frontMatter
    ? { range: { start, end: start + 3 }, reason: `Unexpected front matter without ${keys}, expected it` }
    : {
        range: { start: 0, end: 0 },
        reason:
          text.trim() === ''
            ? `Unexpected empty document, expected front matter with ${keys} and text`
            : `Unexpected document without front matter, expected ${keys} in it`,
      }
}

function* wrong(field: Field, expected: FrontMatterKey): Iterable<Finding> {
  const { key, type, value, keyRange, valueRange } = field
  const isEmpty = type === 'null' || (type === 'string' && value.trim() === '')
  if (isEmpty) {
    if (!expected.empty) yield { range: keyRange, reason: `Unexpected empty \`${key}\`, expected a value` }
    return
  }
  // A date is written as a string; where a string is wanted, it is one.
  const types = type === 'date' ? ['date', 'string'] : [type]
  if (expected.type.some((each) => types.includes(each))) return
  const wanted = expected.type.join(' or ')
  yield {
    range: valueRange,
    reason: `Unexpected ${type} in \`${key}\`, expected a ${wanted}`,
    actual: value,
    expected: wanted,
  }
}

function* unknown(field: Field, schema: FrontMatterSchema, present: ReadonlySet<string>): Iterable<Finding> {
  const { key, keyRange } = field
  if (schema.unknown === 'allow' || key.includes('.') || key in schema.keys) return
  const known = Object.keys(schema.keys)
  if (known.some((each) => each.startsWith(`${key}.`))) return
  const near = nearestOf(
    key,
    known.filter((each) => !present.has(each)),
  )
  if (near !== undefined)
    yield { range: keyRange, lesser: true, reason: `Unexpected key \`${key}\`, expected \`${near}\`` }
  else if (schema.unknown === 'report') {
    yield {
      range: keyRange,
      lesser: true,
      reason: `Unexpected key \`${key}\`, expected one that the config names`,
    }
  }
}

export const rule: Rule = documentRule<object>({
  id: 'front-matter-schema',
  summary: 'a front matter key that is missing, misspelt, empty or of the wrong type',
  why: 'Menus, search results and redirects are made from the front matter: a key that is not there or not understood is missing from them without a word.',
  severity: 'error',
  defaults: {},
  inputs: ['frontMatter'],
  examples: [
    {
      name: 'No title',
      files: '⟦---⟧\nexcerpt: How to read your mail\n---\n\nText.\n',
      reasons: ['Unexpected front matter without `title`, expected it'],
    },
    {
      name: 'A misspelt key and a date that is none',
      files: '---\ntitle: Mail\n⟦exerpt⟧: How to read your mail\nupdated: ⟦yesterday⟧\n---\n\nText.\n',
      reasons: [
        'Unexpected key `exerpt`, expected `excerpt`',
        'Unexpected string in `updated`, expected a date',
      ],
    },
    {
      name: 'TOML, in a layout whose pages are all of one type',
      config:
        'layouts: ["content/{locale}/{guide}.md"]\nfrontMatter: { guide: { keys: { weight: number } } }\n',
      files: {
        'content/fr/mail.md': '+++\ntitle = "Messagerie"\nweight = "⟦premier⟧"\n+++\n\nTexte.\n',
      },
      reasons: ['Unexpected string in `weight`, expected a number'],
    },
    { name: 'As it should be', files: '---\ntitle: Mail\nupdated: 2026-11-24\n---\n\nText.\n' },
  ],
  *check({ facts, type, text }, { config }) {
    const schema = config.frontMatter[type]
    const { frontMatter } = facts
    if (schema === undefined || frontMatter?.problem) return
    yield* missing(schema, frontMatter, text)
    if (!frontMatter) return
    const present = new Set(frontMatter.fields.map((field) => field.key))
    for (const field of frontMatter.fields) {
      const expected = schema.keys[field.key]
      if (expected) yield* wrong(field, expected)
      else yield* unknown(field, schema, present)
    }
  },
})
