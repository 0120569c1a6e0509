import { parse } from 'yaml'
import { withoutComments } from './jsonc.ts'
import { markdownlintRules, remarkRules } from './other-linters.ts'
import type { ReadText } from './site-guess.ts'

type Severity = 'error' | 'warning' | 'info'

/** The rules that there are, with what their findings are worth. */
export type KnownSeverities = ReadonlyMap<string, Severity>

/** What a rule of another linter says of one of this program's. */
export interface TakenRule {
  readonly rule: string
  readonly severity: 'off' | Severity
  /** The other linter's name of it: `MD045`. */
  readonly from: string
}

/** What was taken over from another linter's config, and what was not. */
export interface TakeOver {
  /** The files that were read. */
  readonly files: readonly string[]
  readonly rules: readonly TakenRule[]
  /** Patterns as in a `.gitignore`. */
  readonly exclude: readonly string[]
  /** Plugins of remark-lint that have no counterpart, with their options: they can run as they are. */
  readonly remark: Readonly<Record<string, unknown>>
  /** What was not taken, a sentence each. */
  readonly left: readonly string[]
}

interface Draft {
  readonly files: string[]
  readonly rules: TakenRule[]
  readonly exclude: string[]
  readonly remark: Record<string, unknown>
  readonly left: string[]
}

/** Takes over what the configs of markdownlint and remark-lint say, as far as their rules agree with the known ones. */
export function takeOver(read: ReadText, known: KnownSeverities): TakeOver {
  const draft: Draft = { files: [], rules: [], exclude: [], remark: {}, left: [] }
  takeMarkdownlint(read, known, draft)
  takeRemark(read, known, draft)
  for (const file of ['.markdownlintignore', '.remarkignore']) {
    const text = read(file)
    if (text === undefined) continue
    draft.files.push(file)
    draft.exclude.push(...text.split(/\r?\n/).filter((line) => /^[^#\s]/.test(line)))
  }
  return draft
}

const markdownlintFiles = [
  '.markdownlint-cli2.jsonc',
  '.markdownlint-cli2.yaml',
  '.markdownlint.jsonc',
  '.markdownlint.json',
  '.markdownlint.yaml',
  '.markdownlint.yml',
]
const remarkFiles = ['.remarkrc', '.remarkrc.json', '.remarkrc.yaml', '.remarkrc.yml', 'package.json']
const codeFiles = [
  ...['.markdownlint-cli2.cjs', '.markdownlint-cli2.mjs', '.markdownlint.cjs', '.markdownlint.mjs'],
  ...['.remarkrc.js', '.remarkrc.cjs', '.remarkrc.mjs'],
]

/** The data in a file; undefined where there is none that can be read. */
function dataIn(
  file: string,
  read: ReadText,
  { left }: Draft,
): Readonly<Record<string, unknown>> | undefined {
  const text = read(file)
  if (text === undefined) return undefined
  try {
    const value: unknown = /\.ya?ml$/.test(file)
      ? parse(text, { logLevel: 'silent', maxAliasCount: 100 })
      : JSON.parse(withoutComments(text))
    if (isMap(value)) return value
    left.push(`\`${file}\` was not read, since it is no map`)
  } catch {
    left.push(`\`${file}\` was not read, since it cannot be understood`)
  }
  return undefined
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function takeMarkdownlint(read: ReadText, known: KnownSeverities, draft: Draft): void {
  for (const file of codeFiles) {
    if (read(file) !== undefined) draft.left.push(`\`${file}\` was not read, since it is code`)
  }
  for (const file of markdownlintFiles) {
    const data = dataIn(file, read, draft)
    if (!data) continue
    draft.files.push(file)
    if (!file.includes('-cli2')) takeMarkdownlintRules(data, file, known, draft)
    else {
      const { config, ignores = [], ...rest } = data
      if (isMap(config)) takeMarkdownlintRules(config, file, known, draft)
      if (Array.isArray(ignores)) draft.exclude.push(...ignores.filter(isText).map(anchored))
      leaveKeys(Object.keys(rest), file, draft)
    }
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** A glob speaks of the whole path, a line of a `.gitignore` only where a `/` stands in it. */
function anchored(glob: string): string {
  const [, not = '', pattern = ''] = /^(!?)(?:\.\/)?(.*)$/.exec(glob) ?? []
  return pattern.startsWith('**/') || pattern.startsWith('/') ? not + pattern : `${not}/${pattern}`
}

function leaveKeys(keys: readonly string[], file: string, { left }: Draft): void {
  const other = keys.filter((key) => key !== '$schema')
  if (other.length > 0) left.push(`\`${file}\`: ${other.map((key) => `\`${key}\``).join(', ')}`)
}

function takeMarkdownlintRules(
  config: Readonly<Record<string, unknown>>,
  file: string,
  known: KnownSeverities,
  draft: Draft,
): void {
  const byName = new Map(markdownlintRules.flatMap((each) => each.names.map((name) => [name, each] as const)))
  const settings = new Map<string, unknown>()
  const strangers: string[] = []
  for (const [key, value] of Object.entries(config)) {
    const rule = byName.get(key.toLowerCase())
    if (rule) settings.set(rule.names[0] ?? '', value)
    else if (key.toLowerCase() !== 'default' && key !== '$schema') strangers.push(key)
  }
  const isOnByDefault = config.default !== false
  for (const own of new Set(markdownlintRules.map(({ rule }) => rule))) {
    const parts = markdownlintRules.filter(({ rule }) => rule === own)
    const states = parts.map(({ names: [id = ''] }) => ({
      id,
      isSaid: settings.has(id) || !isOnByDefault,
      ...stateOf(settings.get(id) ?? isOnByDefault),
    }))
    const said = states.filter(({ isSaid }) => isSaid)
    if (said.length === 0) continue
    const from = said.map(({ id }) => id.toUpperCase()).join(', ')
    const on = states.filter((state) => state.isOn)
    if (!known.has(own)) strangers.push(...said.map(({ id }) => id.toUpperCase()))
    else if (on.length === 0) draft.rules.push({ rule: own, severity: 'off', from })
    else {
      const severity = on.find((state) => state.severity)?.severity ?? known.get(own) ?? 'warning'
      draft.rules.push({ rule: own, severity, from })
      const off = said.filter((state) => !state.isOn).map(({ id }) => id.toUpperCase())
      if (off.length > 0)
        draft.left.push(
          `\`${file}\`: ${off.join(', ')} off, which \`${own}\` does together with ${on.map(({ id }) => id.toUpperCase()).join(', ')}`,
        )
    }
    for (const { id, options } of said) {
      if (options.length > 0)
        draft.left.push(
          `\`${file}\`: the options ${options.map((name) => `\`${name}\``).join(', ')} of ${id.toUpperCase()}`,
        )
    }
  }
  leaveKeys(strangers, file, draft)
}

function stateOf(value: unknown): { isOn: boolean; severity?: 'error' | 'warning'; options: string[] } {
  if (value === 'error' || value === 'warning') return { isOn: true, severity: value, options: [] }
  if (!isMap(value)) return { isOn: value !== false, options: [] }
  const { enabled, severity, ...options } = value
  return {
    isOn: enabled !== false,
    ...(severity === 'error' || severity === 'warning' ? { severity } : {}),
    options: Object.keys(options),
  }
}

function takeRemark(read: ReadText, known: KnownSeverities, draft: Draft): void {
  for (const file of remarkFiles) {
    const isManifest = file === 'package.json'
    if (isManifest && !read(file)?.includes('remarkConfig')) continue
    const data = dataIn(file, read, draft)
    const config = isManifest ? data?.remarkConfig : data
    if (!isMap(config)) continue
    draft.files.push(isManifest ? '`remarkConfig` of package.json' : file)
    const { plugins = [], ...rest } = config
    leaveKeys(Object.keys(rest), file, draft)
    const list: unknown[] = Array.isArray(plugins) ? plugins : isMap(plugins) ? Object.entries(plugins) : []
    for (const plugin of list) {
      const [name, options] = (Array.isArray(plugin) ? plugin : [plugin]) as [unknown, unknown?]
      if (isText(name)) takePlugin(name, options, file, known, draft)
    }
  }
}

function takePlugin(
  given: string,
  options: unknown,
  file: string,
  known: KnownSeverities,
  draft: Draft,
): void {
  const name = given.startsWith('remark-') || /^[.@/]/.test(given) ? given : `remark-${given}`
  const rule = remarkRules[name]
  const [severity] = Array.isArray(options) ? (options as unknown[]) : [options]
  const own = rule === undefined ? undefined : known.get(rule)
  if (rule !== undefined && own !== undefined) {
    draft.rules.push({ rule, severity: severities.get(severity) ?? own, from: name })
  } else if (/^remark-(?:preset-)?lint-[\w-]+$/.test(name)) draft.remark[name] = options ?? true
  else draft.left.push(`\`${file}\`: the plugin \`${name}\`, which is no rule of remark-lint`)
}

const severities: ReadonlyMap<unknown, TakenRule['severity']> = new Map<unknown, TakenRule['severity']>([
  [false, 'off'],
  [0, 'off'],
  ['off', 'off'],
  [1, 'warning'],
  ['warn', 'warning'],
  [2, 'error'],
  ['error', 'error'],
])
