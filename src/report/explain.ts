import { ruleUrl } from '../lint/message.ts'
import type { Example, Rule } from '../lint/rule.ts'
import { terminalSafe } from './escape.ts'
import {
  bodyFor,
  changedPart,
  filesOf,
  hasFix,
  isBare,
  markedLines,
  unmarked,
  type ExampleFile,
} from './example.ts'
import { widthOf } from '../text/width.ts'
import { paletteOf, type Palette } from './palette.ts'
import { commentSnippets, configSnippet, optionsOf, scopeWords, sentenceOf } from './rule-words.ts'
import { spansOf, wrap } from './wrap.ts'

/** How an explanation is laid out. */
export interface ExplainOptions {
  readonly color: boolean
  /** Columns of the terminal. */
  readonly width?: number
}

/** What `hexapla explain RULE` prints: what the rule finds, why, examples, options, and how to silence it. */
export function explainRule(rule: Rule, { color, width = 80 }: ExplainOptions): string {
  const palette = paletteOf(color)
  const columns = Math.min(Math.max(width, 40), 100) - 4
  const prose = (text: string): string[] => wrap(spansOf(text, palette.plain, palette.value), columns)
  const sections: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ['Why', prose(rule.why)],
    [
      'Examples',
      rule.examples.flatMap((example, index) => [
        ...(index > 0 ? [''] : []),
        ...exampleLines(rule, example, palette, prose),
      ]),
    ],
    ['Options', optionLines(rule, palette, columns)],
    ['How to silence it', silenceLines(rule, palette)],
  ]
  const blocks = [
    [...headerOf(rule, palette, columns), '', ...prose(sentenceOf(rule.summary)).map(indent)],
    ...sections.map(([title, lines]) => [palette.strong(title), ...lines.map(indent)]),
    [palette.faint(ruleUrl(rule.id))],
  ]
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

const indent = (line: string): string => (line === '' ? '' : `  ${line}`)

/** `link-fragment  error · looks at all guides · has a fix`, in two lines where one is too short. */
function headerOf(rule: Rule, { strong, faint, severity }: Palette, columns: number): string[] {
  const about = [
    `looks at ${scopeWords[rule.scope]}`,
    hasFix(rule) ? 'has a fix' : 'has no fix',
    ...(rule.recommended === false ? ['off by default'] : []),
  ].join(' · ')
  const name = `${strong(rule.id)}  ${severity[rule.severity](rule.severity)}`
  const isLong = `${rule.id}  ${rule.severity} · ${about}`.length > columns
  return isLong ? [name, indent(faint(about))] : [`${name} ${faint(`· ${about}`)}`]
}

type Prose = (text: string) => string[]

function exampleLines(rule: Rule, example: Example, palette: Palette, prose: Prose): string[] {
  const { name, config, reasons = [], fixed } = example
  const bar = palette.faint('│')
  const lines = (text: string): string[] =>
    markedLines(text).flatMap(({ source, marks }) => [
      `${bar} ${source}`.trimEnd(),
      ...(marks === undefined ? [] : [`${bar} ${palette.careful(marks)}`]),
    ])
  const files = filesOf(example)
  const fileLines = (file: ExampleFile): string[] => {
    const path = terminalSafe(file.path ?? 'guide.md')
    const title = file.path === undefined && config === undefined ? [] : [palette.faint(path)]
    if (!isBare(file)) return [...title, ...lines(bodyFor(rule, file.marked))]
    return file.marked === '' ? title : [...title, palette.careful('^'.repeat(widthOf(path)))]
  }
  const broken = files.find(({ marked }) => marked.includes('⟦'))
  return [
    ...prose(reasons.length > 0 ? name : `${name}: nothing to find`),
    ...(config === undefined ? [] : [palette.faint('hexapla.config.yaml'), ...lines(config)]),
    ...files.flatMap((file) => fileLines(file)),
    ...reasons.flatMap((reason) =>
      prose(terminalSafe(reason)).map((line, index) => (index === 0 ? `→ ${line}` : `  ${line}`)),
    ),
    ...(fixed === undefined
      ? []
      : [palette.good('fixed:'), ...lines(changedPart(unmarked(broken?.marked ?? ''), fixed))]),
  ]
}

function optionLines(rule: Rule, { plain, value, faint }: Palette, columns: number): string[] {
  const options = optionsOf(rule)
  const inputs = (rule.inputs ?? []).map((key) => value(`\`${key}\``))
  const reads = inputs.length > 0 ? [`It reads ${inputs.join(', ')} of the config.`] : []
  if (options.length === 0) return ['None.', ...reads]
  return [
    ...options.flatMap((option) => [
      ...wrap(spansOf(`${option.name}: ${option.value}`, plain, value), columns),
      ...wrap(spansOf(option.meaning, faint, value), columns - 2).map(indent),
    ]),
    ...reads,
  ]
}

function silenceLines(rule: Rule, { value }: Palette): string[] {
  const comments = commentSnippets(rule)
  return [
    'In `hexapla.config.yaml`:',
    ...configSnippet(rule).map((line) => `  ${value(line)}`),
    ...(comments.length > 0 ? ['In a guide (in MDX between `{/*` and `*/}`):'] : []),
    ...comments.map(({ comment }) => `  ${value(comment)}`),
  ]
}
