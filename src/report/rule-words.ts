import * as z from 'zod'
import type { Rule } from '../lint/rule.ts'

/** What a rule looks at, as a person would say it. */
export const scopeWords: Readonly<Record<Rule['scope'], string>> = {
  document: 'one document',
  guide: 'all locales of a guide',
  corpus: 'all guides',
}

/** One option of a rule. */
export interface OptionWords {
  readonly name: string
  /** As it would stand in the config. */
  readonly value: string
  readonly meaning: string
}

/** The options of a rule with their defaults and what they mean. */
export function optionsOf({ options, defaults }: Rule): OptionWords[] {
  const shape: z.core.JSONSchema.JSONSchema =
    options === undefined ? {} : z.toJSONSchema(options, { io: 'input', unrepresentable: 'any' })
  const values: Readonly<Record<string, unknown>> = { ...(defaults as object) }
  const names = new Set([...Object.keys(shape.properties ?? {}), ...Object.keys(values)])
  return [...names].map((name) => {
    const property = shape.properties?.[name]
    const meaning = typeof property === 'object' ? (property.description ?? '') : ''
    return { name, value: shown(values[name]), meaning }
  })
}

function shown(value: unknown): string {
  if (value === undefined) return 'none'
  return Array.isArray(value) ? `[${value.map(shown).join(', ')}]` : JSON.stringify(value)
}

/** The lines of a config that silence a rule, or turn on one that is off by itself. */
export function configSnippet({ id, severity, recommended }: Rule): string[] {
  const setting =
    recommended === false
      ? `${severity} # without this it is off`
      : `off # or ${['error', 'warning', 'info'].filter((each) => each !== severity).join(', ')}`
  return ['rules:', `  ${id}: ${setting}`]
}

/** The comments that silence a rule in a document, with where each does; none for a rule that finds files. */
export function commentSnippets(rule: Rule): { readonly comment: string; readonly effect: string }[] {
  const { id } = rule
  if ('checkGuide' in rule) return []
  const verbs: readonly (readonly [verb: string, effect: string])[] = [
    ['disable-next-line', 'on the next line'],
    ['disable', 'from here on'],
    ['enable', 'no longer, from here on'],
    ['disable-file', 'in the whole file'],
  ]
  return verbs.map(([verb, effect]) => ({ comment: `<!-- hexapla-${verb} ${id} -->`, effect }))
}

/** A phrase as a sentence: its first letter large, a full stop behind it. */
export function sentenceOf(phrase: string): string {
  const first = phrase.charAt(0).toUpperCase()
  return first + phrase.slice(1) + (/[.!?]$/.test(phrase) ? '' : '.')
}
