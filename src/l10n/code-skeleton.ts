import { Recent } from '../corpus/recent.ts'

/** What begins a comment that runs to the end of its line, behind code too. */
const lineComments: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    'js jsx ts tsx mjs cjs javascript typescript java go rust rs c cpp cs csharp kotlin swift scala php dart scss less json json5 jsonc groovy proto graphql astro vue svelte html':
      /(?<![:\w"'`/])\/\/.*$/gm,
    'sh bash shell zsh console powershell ps1 python py ruby rb yaml yml toml ini conf dockerfile docker makefile perl r env dotenv properties nginx elixir':
      /(?<![^\s;])#.*$/gm,
    'sql lua haskell': /--.*$/gm,
  }).flatMap(([languages, comment]) =>
    languages.split(' ').map((language): [string, RegExp] => [language, comment]),
  ),
)

/** In code of any language, a line that begins so is a comment. */
const commentLine = /^[ \t]*(?:\/\/|#(?![\w[!]*[({[])|--[ \t]|;;|<!--|%[ \t]|\*[ \t/]|rem[ \t]).*$/gim
const blockComment = /\/\*[^]*?\*\/|<!--[^]*?-->|\{\/\*[^]*?\*\/\}/g

/** Languages whose files are words: nothing of them is bound to stay. */
const prose: ReadonlySet<string> = new Set([
  'md',
  'mdx',
  'markdown',
  'text',
  'txt',
  'plaintext',
  'po',
  'diff',
  'mermaid',
])
const shells: ReadonlySet<string> = new Set(['sh', 'bash', 'shell', 'zsh', 'console', 'powershell', 'ps1'])
const hasTags: ReadonlySet<string> = new Set(
  'html xml svg jsx tsx astro vue svelte hbs php js ts mjs javascript typescript'.split(' '),
)

/** True of languages that are words themselves, or a way to show code of another. */
export function isWords(language = ''): boolean {
  return prose.has(language.toLowerCase())
}

/** Of lines by their language: a source's code stands in all of its targets, most lines unchanged. */
const skeletons = new Recent<string, string>(1000)

/**
 * The lines of code without what translators may put into their own language: comments, words in strings and between
 * tags, placeholders, white space. An empty line stands for one that says nothing else.
 */
export function skeletonLines(lines: readonly string[], language = ''): string[] {
  const name = language.toLowerCase()
  let code = lines
    .join('\n')
    .replace(blockComment, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(commentLine, '')
  const trailing = lineComments.get(name)
  if (trailing) code = code.replace(trailing, '')
  return code.split('\n').map((line) => skeletons.getOr(`${name}\n${line}`, () => skeletonOf(line, name)))
}

const moduleLine = /^[ \t]*(?:import|export|from|use|#include|@import)\b|\brequire\(/
/** Nothing but words, as between tags or in the output of a command. */
const wordsAlone = /^(?!\s*[\w-]+:\s*\S)[\p{L}\p{M}\p{N}\s.,:!?'’«»-]*$/u
/** A line that reads as a sentence, where no language is given and it might be a command. */
const sentence = /[.!?]$|(?:\s+\S+){6}/
const hasBareStrings: ReadonlySet<string> = new Set(['yaml', 'yml', 'toml', 'ini', 'properties'])

function skeletonOf(line: string, language: string): string {
  if (wordsAlone.test(line) && !shells.has(language) && (language !== '' || sentence.test(line.trim())))
    return ''
  const isModule = moduleLine.test(line)
  let bare = line
  if (hasTags.has(language)) {
    bare = bare
      .replace(/(['"`])<[^<>'"`]*>\1/g, '""')
      .replace(/([>}])[^<>{}=();]*(?=[<{]|$)/g, '$1')
      .replace(/^[^<>{}=();]*(?<!['"`])(?=[<{])/, '')
  }
  if (hasBareStrings.has(language)) bare = bare.replace(/^(\s*(?:- )?[\w.-]+:)\s+(?=\S+\s+\S).*$/, '$1')
  bare = bare.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g, (string) =>
    isModule ? `"${string.slice(1, -1)}"` : `"${string.replace(/[^\d]+/g, '')}"`,
  )
  return bare
    .replace(/<[\p{L}_][\p{L}\p{N}_ -]*>/gu, (placeholder) => (hasTags.has(language) ? placeholder : '<>'))
    .replace(/(=\s*)[\p{Lu}\p{N}_]*_[\p{Lu}\p{N}_]*\s*$/u, '$1')
    .replace(/[;,]?\s*$/, '')
    .replace(/\s*([^\p{L}\p{N}_\s])\s*/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

const word = /[\p{L}\p{M}\p{N}_'’-]*[\p{L}\p{M}][\p{L}\p{M}\p{N}_'’-]*/gu

/** The names and words in a text. */
export function namesIn(text: string): ReadonlySet<string> {
  return new Set(text.match(word))
}

/**
 * Whether two lines differ in names alone, of which the translation has at least one that the source knows nowhere: then
 * someone translated names. Names that the source has elsewhere were taken over from it, of another time perhaps.
 */
export function isWording(source: string, target: string, known: ReadonlySet<string>): boolean {
  if (source.replace(word, 'a') !== target.replace(word, 'a')) return false
  const [own, others] = [source.match(word) ?? [], target.match(word) ?? []]
  return others.some((name, at) => name !== own[at] && !known.has(name))
}
