import { stringify } from 'yaml'
import { presets } from '../../src/corpus/presets.ts'
import type { JsonSchema } from '../../src/corpus/config-json-schema.ts'

const introduction = `# The config

Hexapla reads \`hexapla.config.yaml\` at the root of a repository. It is data, never code, and every key may be left
out. A key that nobody knows, or a value of the wrong kind, is named with its place and the nearest known one.

An editor that knows JSON Schema completes the keys after this line at the top of the file:

\`\`\`yaml
# yaml-language-server: $schema=./node_modules/hexapla/docs/schema/config.schema.json
\`\`\`

This page is made from the code by \`npm run pages\`.
`

/** The reference of the config: each key with what it says, its type, its default and an example. */
export function configPage(schema: JsonSchema): string {
  return [introduction, ...Object.entries(schema.properties ?? {}).map(section)].join('\n')
}

function section([name, schema]: [string, JsonSchema]): string {
  const { default: value, examples = [] } = schema
  const [example] = examples
  const ids = name === 'rules' ? Object.keys(schema.properties ?? {}) : []
  const blocks = [
    `## \`${name}\``,
    schema.description,
    `Type: ${typeOf(schema)}`,
    `Default: ${value === undefined ? 'none' : shown(value)}`.replace(/ +$/m, ''),
    ids.length > 0 ? `Ids: ${ids.map((id) => `\`${id}\``).join(', ')}` : undefined,
    name === 'extends' ? presetTable() : undefined,
    ...(name === 'rules' || name === 'overrides' ? [] : Array.from(new Set(innerTables(schema, '')))),
    example === undefined ? undefined : `An example:\n\n${fenced({ [name]: example })}`,
  ]
  return `${blocks.filter((block) => block !== undefined).join('\n\n')}\n`
}

function presetTable(): string {
  const rows = Object.entries(presets).map(([name, { summary, needsSource }]) => {
    return `| \`${name}\` | ${summary}${needsSource ? '; needs `source`' : ''} |`
  })
  return ['| name | |', '| --- | --- |', ...rows].join('\n')
}

const fenced = (value: unknown): string =>
  `\`\`\`yaml\n${stringify(value, { aliasDuplicateObjects: false })}\`\`\``

/** A default that takes one line; longer ones stand in a block. */
function shown(value: unknown): string {
  const words = typeof value === 'string' ? value : JSON.stringify(value)
  if (words === '[]' || words === '{}') return 'empty'
  if (words.length < 40) return `\`${words}\``
  return Array.isArray(value) ? `\n\n${fenced(value)}` : grouped(shortened(value) as object)
}

/** Front matter keys as a person would write them: `string` for a text that may be left out. */
function shortened(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  if (!('required' in value && 'empty' in value && 'type' in value)) {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shortened(each)]))
  }
  const types = value.type as readonly string[]
  const type = types.length === 1 ? types[0] : types
  const flags = {
    ...(value.required === true && { required: true }),
    ...(value.empty === true && { empty: true }),
  }
  return Object.keys(flags).length === 0 && typeof type === 'string' ? type : { type, ...flags }
}

/** Equal entries of a map are shown once. */
function grouped(value: object): string {
  const groups = new Map<string, string[]>()
  for (const [name, each] of Object.entries(value)) {
    const words = JSON.stringify(each)
    groups.set(words, [...(groups.get(words) ?? []), name])
  }
  return Array.from(groups, ([words, names]) => {
    const title = names.map((name) => `\`${name}\``).join(', ')
    return `for ${title}\n\n${fenced(JSON.parse(words))}`
  }).join('\n\n')
}

/** A table of the keys of each map within a value; `path` is what stands before their names. */
function innerTables(schema: JsonSchema, path: string): string[] {
  return branchesOf(schema).flatMap(({ properties, additionalProperties, items }) => [
    ...(properties ? [tableOf(path, properties)] : []),
    ...Object.entries(properties ?? {}).flatMap(([name, each]) => innerTables(each, `${path}${name}.`)),
    ...(additionalProperties ? innerTables(additionalProperties, `${path}NAME.`) : []),
    ...(items ? innerTables(items, path) : []),
  ])
}

function tableOf(path: string, properties: Readonly<Record<string, JsonSchema>>): string {
  const rows = Object.entries(properties).map(([name, schema]) => {
    const value = schema.default === undefined ? '' : shown(schema.default)
    return `| \`${path}${name}\` | ${typeOf(schema)} | ${value} | ${schema.description ?? ''} |`
  })
  return ['| key | type | default | |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: '`true` or `false`',
  object: 'map',
}

function typeOf(schema: JsonSchema): string {
  if (schema.anyOf) return Array.from(new Set(schema.anyOf.map(typeOf))).join(' or ')
  if (schema.enum) return schema.enum.map((word) => `\`${word}\``).join(', ')
  if (schema.type === 'array') return schema.items ? `list of ${typeOf(schema.items)}` : 'list'
  return typeNames[schema.type ?? ''] ?? 'anything'
}

function branchesOf(schema: JsonSchema): JsonSchema[] {
  return schema.anyOf ? schema.anyOf.flatMap(branchesOf) : [schema]
}
