import type * as z from 'zod'
import { nearestOf } from '../text/nearest.ts'
import type { KeyPath } from './yaml.ts'

/** One thing that is wrong with a config: at a key, at a value, or at the map that lacks a key. */
export interface ConfigIssue {
  readonly path: KeyPath
  readonly at: 'key' | 'value'
  readonly reason: string
}

type Issue = z.core.$ZodIssue

/** Keys that a map may have, by its path; undefined where all are welcome. */
export type KeysAt = (path: KeyPath) => readonly string[] | undefined

/** What the validation found, in words that name what stands there and what should. */
export function configIssuesOf(issues: readonly Issue[], value: unknown, keysAt: KeysAt): ConfigIssue[] {
  const flat = issues.flatMap((issue) => likeliest(issue))
  return flat.flatMap((issue): ConfigIssue[] => {
    const path = pathOf(issue)
    if (issue.code === 'unrecognized_keys') {
      const known = keysAt(path) ?? []
      return issue.keys.map((key) => unknownKey(path, key, known))
    }
    const found = valueAt(value, path)
    if (found !== undefined) return [{ path, at: 'value', reason: wrongValue(issue, found) }]
    const name = String(path.at(-1))
    const misspelt = flat.some(
      (other) =>
        other.code === 'unrecognized_keys' &&
        pathOf(other).join('\0') === path.slice(0, -1).join('\0') &&
        other.keys.some((key) => nearestOf(key, [name]) === name),
    )
    return misspelt
      ? []
      : [{ path, at: 'key', reason: `Unexpected map without \`${name}\`, expected \`${name}\`` }]
  })
}

const pathOf = (issue: Issue): KeyPath =>
  issue.path.map((part) => (typeof part === 'number' ? part : String(part)))

/** Of a value that may be one thing or another, what is wrong with it as the one that it looks like. */
function likeliest(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const inside = issue.errors.find((branch) =>
    branch.every(
      ({ code, path }) => path.length > 0 || code === 'unrecognized_keys' || code === 'invalid_format',
    ),
  )
  if (!inside) return [issue]
  return inside.flatMap((inner) => likeliest({ ...inner, path: [...issue.path, ...inner.path] }))
}

function unknownKey(path: KeyPath, key: string, known: readonly string[]): ConfigIssue {
  const noun = path.at(-1) === 'rules' ? 'rule' : 'key'
  const near = nearestOf(key, known)
  const expected =
    near !== undefined ? quoted(near) : known.length > 15 ? `a known ${noun}` : joined(known.map(quoted))
  return {
    path: [...path, key],
    at: 'key',
    reason: `Unexpected ${noun} ${quoted(key)}, expected ${expected}`,
  }
}

function wrongValue(issue: Issue, found: unknown): string {
  const near = typeof found === 'string' ? nearestOf(found, wordsOf(issue)) : undefined
  return `Unexpected ${shown(found)}, expected ${near === undefined ? joined(expectedBy(issue)) : quoted(near)}`
}

/** The words that a value may be. */
function wordsOf(issue: Issue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String)
  if (issue.code !== 'invalid_union') return []
  return issue.errors.flat().flatMap((inner) => (inner.path.length === 0 ? wordsOf(inner) : []))
}

/** What people call the types. */
const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a map',
  record: 'a map',
}

/** What could stand there instead, in words. */
function expectedBy(issue: Issue): string[] {
  switch (issue.code) {
    case 'invalid_type':
      return [typeNames[issue.expected] ?? issue.expected]
    case 'invalid_value':
      return issue.values.map((value) => quoted(String(value)))
    case 'too_small':
      return [
        issue.origin === 'number' || issue.origin === 'int'
          ? `a number above ${issue.minimum}`
          : 'a longer one',
      ]
    case 'too_big':
      return [`at most ${issue.maximum}`]
    case 'invalid_union':
      return Array.from(new Set(issue.errors.flatMap((branch) => branch.slice(0, 1).flatMap(expectedBy))))
    default:
      return [issue.message]
  }
}

function shown(found: unknown): string {
  if (found === null) return 'empty value'
  if (Array.isArray(found)) return found.length === 0 ? 'empty list' : 'list'
  if (typeof found === 'object') return 'map'
  const words = typeof found === 'string' ? found : JSON.stringify(found)
  return words === '' ? 'empty text' : quoted(words.length > 60 ? `${words.slice(0, 59)}…` : words)
}

function joined(words: readonly string[]): string {
  return words.length < 2
    ? (words[0] ?? 'nothing')
    : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`
}

const quoted = (word: string): string => `\`${word}\``

function valueAt(value: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>(
    (found, part) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, part)
        ? Reflect.get(found, part)
        : undefined,
    value,
  )
}
