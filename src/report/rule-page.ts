import { linesOf } from '../text/source.ts'
import type { Example, Rule } from '../lint/rule.ts'
import { filesOf, hasFix, isBare, type ExampleFile } from './example.ts'
import { commentSnippets, configSnippet, optionsOf, scopeWords, sentenceOf } from './rule-words.ts'

/** The Markdown page of a rule, as it stands in `docs/rules/`. */
export function rulePage(rule: Rule): string {
  const blocks = [
    `# ${rule.id}`,
    factsTable(rule),
    '## What it finds',
    sentenceOf(rule.summary),
    '## Why',
    rule.why,
    '## Examples',
    '`⟦` and `⟧` stand around what is found; they are no part of the text.',
    ...rule.examples.flatMap(exampleBlocks),
    '## Options',
    ...optionBlocks(rule),
    '## How to silence it',
    'In `hexapla.config.yaml`:',
    fenced('yaml', configSnippet(rule).join('\n')),
    ...commentBlocks(rule),
    `<!-- Made by \`npm run pages\` from src/lint/rules/${rule.id}.ts -->`,
  ]
  return `${blocks.join('\n\n')}\n`
}

/** The table of all rules, as it stands in `docs/rules/README.md`. */
export function ruleIndexPage(rules: readonly Rule[]): string {
  const rows = rules.map((rule) => [
    `[${rule.id}](${rule.id}.md)`,
    rule.summary,
    rule.severity + (rule.recommended === false ? ' (off)' : ''),
    hasFix(rule) ? 'yes' : '',
  ])
  const blocks = [
    '# The rules',
    'Each is on unless its severity says (off). `hexapla explain RULE` prints the same pages in the terminal.',
    table(['Rule', 'Finds', 'Severity', 'Fix'], rows),
    '<!-- Made by `npm run pages` from src/lint/rules/ -->',
  ]
  return `${blocks.join('\n\n')}\n`
}

function factsTable(rule: Rule): string {
  const cells = [
    rule.severity,
    scopeWords[rule.scope],
    hasFix(rule) ? 'yes' : 'no',
    rule.recommended === false ? 'no' : 'yes',
  ]
  return table(['Severity', 'Looks at', 'Fix', 'On by default'], [cells])
}

function exampleBlocks(example: Example): string[] {
  const { name, config, reasons = [], fixed } = example
  return [
    `### ${name}`,
    ...(config === undefined ? [] : ['With this in `hexapla.config.yaml`:', fenced('yaml', config)]),
    ...filesOf(example).flatMap(fileBlocks),
    reasons.length === 0 ? 'Nothing is found.' : reasons.map((reason) => `- ${reason}`).join('\n'),
    ...(fixed === undefined ? [] : ['Fixed:', fenced('markdown', fixed)]),
  ]
}

function fileBlocks(file: ExampleFile): string[] {
  const { path, marked } = file
  if (isBare(file)) return [marked === '' ? `\`${path ?? ''}\`` : `⟦\`${path ?? ''}\`⟧`]
  const extension = /\.(?:mdx|yaml|jsonl)$/.exec(path ?? '')?.[0] ?? '.md'
  const language =
    { '.md': 'markdown', '.mdx': 'mdx', '.yaml': 'yaml', '.jsonl': 'json' }[extension] ?? 'markdown'
  return [...(path === undefined ? [] : [`\`${path}\`:`]), fenced(language, marked)]
}

function commentBlocks(rule: Rule): string[] {
  const rows = commentSnippets(rule).map(({ comment, effect }) => [`\`${comment}\``, effect])
  if (rows.length === 0) return []
  return [
    'In a guide, by a comment; in MDX it stands between `{/*` and `*/}`:',
    table(['Comment', 'The rule is silent'], rows),
  ]
}

function optionBlocks(rule: Rule): string[] {
  const options = optionsOf(rule)
  const keys = (rule.inputs ?? []).map((key) => `[\`${key}\`](../config.md#${key.toLowerCase()})`)
  return [
    options.length === 0
      ? 'None.'
      : table(
          ['Option', 'Default', 'What it does'],
          options.map(({ name, value, meaning }) => [`\`${name}\``, `\`${value}\``, meaning]),
        ),
    ...(keys.length === 0 ? [] : [`It reads ${keys.join(', ')} of the config.`]),
  ]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
}

/** A code block whose fence is longer than any in it. */
function fenced(language: string, text: string): string {
  const lines = linesOf(text.replace(/\r?\n$/, '')).map(({ start, end }) => text.slice(start, end))
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return [`${fence}${language}`, ...lines, fence].join('\n')
}
