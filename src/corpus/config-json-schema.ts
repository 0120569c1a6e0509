import * as z from 'zod'
import { defaultLimits } from '../markdown/limits.ts'
import { defaultConfig } from './config.ts'
import { configSchemaOf, type KnownRules } from './config-schema.ts'
import type { KeyPath } from './yaml.ts'

/** A JSON Schema, as far as this project looks into one. */
export interface JsonSchema {
  readonly type?: string
  readonly description?: string
  readonly default?: unknown
  readonly examples?: readonly unknown[]
  readonly enum?: readonly string[]
  readonly anyOf?: readonly JsonSchema[]
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: JsonSchema | false
}

/** The schema for editors and the reference, with the descriptions, the defaults and the examples. */
export function configJsonSchemaOf(rules: KnownRules): JsonSchema {
  const schema = z.toJSONSchema(configSchemaOf(rules), { io: 'input', override: nameExample }) as JsonSchema
  const properties = withDefaults(schema, defaultConfig).properties ?? {}
  const limits = withDefaults(properties.limits ?? {}, defaultLimits)
  return { ...schema, properties: { ...properties, limits } }
}

/** zod drops `examples` of what it transforms; under another name they stay. */
function nameExample({ jsonSchema }: { jsonSchema: Record<string, unknown> }): void {
  if (!('example' in jsonSchema)) return
  jsonSchema.examples = [jsonSchema.example]
  delete jsonSchema.example
}

function withDefaults(schema: JsonSchema, values: object): JsonSchema {
  const properties = Object.entries(schema.properties ?? {}).map(([name, property]): [string, JsonSchema] => {
    const value: unknown = Reflect.get(values, name)
    return [name, value === undefined ? property : { ...property, default: value }]
  })
  return { ...schema, properties: Object.fromEntries(properties) }
}

/** The keys that the map at a path may have; undefined where it may have any. */
export function keysAt(schema: JsonSchema, path: KeyPath): readonly string[] | undefined {
  let forms = branchesOf(schema)
  for (const part of path) forms = forms.flatMap((form) => inside(form, part)).flatMap(branchesOf)
  const properties = forms.find((form) => form.properties)?.properties
  return properties && Object.keys(properties)
}

function inside(
  { properties, additionalProperties, items }: JsonSchema,
  part: string | number,
): JsonSchema[] {
  const own = typeof part === 'number' ? items : (properties?.[part] ?? additionalProperties)
  return own === undefined || own === false ? [] : [own]
}

function branchesOf(schema: JsonSchema): JsonSchema[] {
  return schema.anyOf ? schema.anyOf.flatMap(branchesOf) : [schema]
}
