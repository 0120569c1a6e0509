import { isAlias, isMap, isScalar, isSeq, parseDocument, visit, type Document, type Node } from 'yaml'
import type { Range } from '../text/range.ts'

/** Where a value stands: `['rules', 'link-text']`. */
export type KeyPath = readonly (string | number)[]

/** What keeps a YAML text from being read, and where. */
export interface YamlProblem {
  readonly reason: string
  readonly range: Range
}

/** A YAML text as plain data, which knows where each key and value stands. */
export interface YamlReading {
  /** `undefined` for a text without any value. */
  readonly value: unknown
  /** The key at a path, or the nearest key above it. */
  keyRangeOf(path: KeyPath): Range
  /** The value at a path where it is one word or sentence; the key of a list or map. */
  valueRangeOf(path: KeyPath): Range
}

/** A file that people write stays far below these; above them the reader would be slow, or end the process. */
const most = { characters: 64 * 1024, brackets: 32, indentation: 200, aliases: 100 }

/** Reads YAML: one document, unique keys, no tags. Never throws, whatever the text. */
export function readYaml(text: string): YamlReading | { readonly problems: readonly YamlProblem[] } {
  const excess = excessIn(text)
  if (excess) return { problems: [excess] }
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'error', stringKeys: true })
  const faults = [...document.errors, ...document.warnings]
  if (faults.length > 0) {
    const repeats = faults.filter(({ code }) => code === 'DUPLICATE_KEY')
    const told = repeats.length > 0 ? repeats : faults.slice(0, 1)
    return { problems: told.map((fault) => faultProblem(text, fault)) }
  }
  const problem = aliasProblem(document)
  if (problem) return { problems: [problem] }
  try {
    return readingOf(document, document.toJS({ maxAliasCount: most.aliases }) as unknown)
  } catch {
    const reason = `Unexpected aliases within aliases, expected at most ${most.aliases} in all`
    return { problems: [{ reason, range: { start: 0, end: 0 } }] }
  }
}

/** The reader calls itself for each level and compares each key with all: what is too much for it is refused unread. */
function excessIn(text: string): YamlProblem | undefined {
  if (text.length > most.characters) {
    const reason = `Unexpected length of ${text.length}, expected at most ${most.characters} characters`
    return { reason, range: { start: 0, end: 0 } }
  }
  let brackets = 0
  let indentation = 0
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i)
    if (sign === '\n' || sign === '\r') indentation = 0
    else if (indentation >= 0) indentation = ' \t-?'.includes(sign) ? indentation + 1 : -1
    if (sign === '[' || sign === '{') brackets++
    else if (brackets > 0 && (sign === ']' || sign === '}')) brackets--
    const excess =
      brackets > most.brackets
        ? `\`${sign}\`, expected at most ${most.brackets} brackets within each other`
        : indentation > most.indentation && `indentation, expected at most ${most.indentation} columns`
    if (excess !== false) return { reason: `Unexpected ${excess}`, range: { start: i, end: i + 1 } }
  }
  return undefined
}

/** What the reader's errors mean to a person; the others speak for themselves. */
const faultReasons: Readonly<Record<string, (words: string) => string>> = {
  DUPLICATE_KEY: (key) => `Unexpected second \`${key}\`, expected one`,
  NON_STRING_KEY: (key) => `Unexpected key \`${key}\`, expected a word`,
  TAB_AS_INDENT: () => 'Unexpected tab, expected spaces to indent with',
  MULTIPLE_DOCS: () => 'Unexpected second document, expected one',
  TAG_RESOLVE_FAILED: (tag) => `Unexpected tag \`${tag}\`, expected quotation marks around it`,
  BAD_ALIAS: (alias) => `Unexpected alias \`${alias}\`, expected quotation marks around it`,
}

interface Fault {
  readonly code: string
  readonly message: string
  readonly pos: readonly [number, number]
}

function faultProblem(text: string, { code, message, pos: [start, end] }: Fault): YamlProblem {
  // The place of a repeated key is its first character.
  const rest = /^[^:\r\n]*/.exec(text.slice(start, start + 80))?.[0] ?? ''
  const range = {
    start,
    end: code === 'DUPLICATE_KEY' ? start + rest.trimEnd().length : Math.max(start, end),
  }
  const words = text.slice(range.start, Math.min(range.end, range.start + 40)).split(/[\r\n]/)[0] ?? ''
  // `{guide}.md` without quotation marks is a map and something after it.
  if (code === 'UNEXPECTED_TOKEN' && text.charAt(start - 1) === '}') {
    return { reason: `Unexpected \`${words}\` after \`}\`, expected quotation marks around the whole`, range }
  }
  return { reason: faultReasons[code]?.(words) ?? `Unexpected YAML, expected valid one: ${message}`, range }
}

/** An alias without an anchor before it, or within the very value that it stands for. */
function aliasProblem(document: Document): YamlProblem | undefined {
  const anchors = new Set<string>()
  let problem: YamlProblem | undefined
  visit(document, {
    Node: (_, node, ancestors) => {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.add(node.anchor)
        return undefined
      }
      const [start, end] = node.range ?? [0, 0]
      const inside = ancestors.some((each) => 'anchor' in each && each.anchor === node.source)
      const expected = inside
        ? 'one of another value'
        : `quotation marks around it or \`&${node.source}\` before`
      if (anchors.has(node.source) && !inside) return undefined
      problem = {
        reason: `Unexpected alias \`*${node.source}\`, expected ${expected}`,
        range: { start, end },
      }
      return visit.BREAK
    },
  })
  return problem
}

function readingOf(document: Document, value: unknown): YamlReading {
  const root: Step = { key: undefined, value: document.contents }
  const stepsTo = (path: KeyPath): Step[] => {
    const steps = [root]
    for (const part of path) {
      const step = stepInto(steps.at(-1)?.value, part, document)
      if (!step) break
      steps.push(step)
    }
    return steps
  }
  const keyRangeOf = (path: KeyPath): Range => {
    const node = stepsTo(path).findLast(({ key }) => key)?.key
    return rangeOf(node)
  }
  return {
    value: document.contents === null ? undefined : value,
    keyRangeOf,
    valueRangeOf: (path) => {
      const last = stepsTo(path).at(-1)?.value
      return isScalar(last) || isAlias(last) ? rangeOf(last) : keyRangeOf(path)
    },
  }
}

interface Step {
  readonly key: Node | undefined
  readonly value: unknown
}

function stepInto(parent: unknown, part: string | number, document: Document): Step | undefined {
  const node = isAlias(parent) ? parent.resolve(document) : parent
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part))
    return pair && isScalar(pair.key) ? { key: pair.key, value: pair.value } : undefined
  }
  if (!isSeq(node)) return undefined
  const value = node.items[Number(part)]
  const first = isMap(value) ? value.items[0]?.key : undefined
  return { key: isScalar(first) ? first : undefined, value }
}

function rangeOf(node: Node | undefined): Range {
  const [start, end] = node?.range ?? [0, 0]
  return { start, end }
}
