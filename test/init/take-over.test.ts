import { describe, expect, test } from 'vitest'
import { withoutComments } from '../../src/init/jsonc.ts'
import { takeOver, type TakeOver } from '../../src/init/take-over.ts'

const known = new Map(
  [
    'heading-increment',
    'trailing-space',
    'block-spacing',
    'link-text',
    'image-alt',
    'link-fragment',
    'table-shape',
  ].map((id) => [id, id === 'trailing-space' ? 'info' : 'warning'] as const),
)

function taken(files: Readonly<Record<string, string>>): TakeOver {
  return takeOver((path) => files[path], known)
}

/** The rules that were taken: `image-alt: off (MD045)`. */
const rulesOf = ({ rules }: TakeOver): string[] =>
  rules.map(({ rule, severity, from }) => `${rule}: ${severity} (${from})`)

describe('markdownlint', () => {
  test.each<[config: string, rules: readonly string[], left?: readonly string[]]>([
    ['{}', []],
    ['{ "MD045": false }', ['image-alt: off (MD045)']],
    ['{ "no-alt-text": false, "md009": true }', ['trailing-space: info (MD009)', 'image-alt: off (MD045)']],
    [
      '{ "MD051": "error", "MD045": { "severity": "warning" } }',
      ['image-alt: warning (MD045)', 'link-fragment: error (MD051)'],
    ],
    [
      '{ "MD009": { "br_spaces": 0, "strict": true } }',
      ['trailing-space: info (MD009)'],
      ['`.markdownlint.json`: the options `br_spaces`, `strict` of MD009'],
    ],
    [
      '{ "MD022": false }',
      ['block-spacing: warning (MD022)'],
      ['`.markdownlint.json`: MD022 off, which `block-spacing` does together with MD031, MD032, MD058'],
    ],
    [
      '{ "MD022": false, "MD031": false, "MD032": false, "MD058": false }',
      ['block-spacing: off (MD022, MD031, MD032, MD058)'],
    ],
    ['{ "MD013": { "line_length": 120 }, "MD024": true }', [], ['`.markdownlint.json`: `MD013`, `MD024`']],
    [
      '{ "default": false, "MD045": true }',
      [
        'heading-increment: off (MD001, MD025)',
        'trailing-space: off (MD009)',
        'block-spacing: off (MD022, MD031, MD032, MD058)',
        'link-text: off (MD039, MD059)',
        'image-alt: warning (MD045)',
        'link-fragment: off (MD051)',
        'table-shape: off (MD056)',
      ],
      ['`.markdownlint.json`: `MD024`, `MD052`, `MD053`'],
    ],
    ['[]', [], ['`.markdownlint.json` was not read, since it is no map']],
    ['{', [], ['`.markdownlint.json` was not read, since it cannot be understood']],
    ['{ "__proto__": false, "constructor": true }', [], ['`.markdownlint.json`: `__proto__`, `constructor`']],
  ])('%s', (config, rules, left = []) => {
    const result = taken({ '.markdownlint.json': config })
    expect(rulesOf(result)).toEqual(rules)
    expect(result.left).toEqual(left)
  })

  test('in YAML, and with the config of the command line', () => {
    expect(rulesOf(taken({ '.markdownlint.yaml': 'MD045: false # no\n' }))).toEqual([
      'image-alt: off (MD045)',
    ])
    const result = taken({
      '.markdownlint-cli2.jsonc': `// all of it
{ "config": { "MD045": false, }, /* and */ "ignores": ["CHANGELOG.md", "**/old/**", "!./docs/old/new.md"], "fix": true }`,
      '.markdownlintignore': '# no\nvendor/\n',
    })
    expect(rulesOf(result)).toEqual(['image-alt: off (MD045)'])
    expect(result.exclude).toEqual(['/CHANGELOG.md', '**/old/**', '!/docs/old/new.md', 'vendor/'])
    expect(result.left).toEqual(['`.markdownlint-cli2.jsonc`: `fix`'])
  })
})

describe('remark-lint', () => {
  test('rules that agree are taken, others run as they are, and what is none is left', () => {
    const result = taken({
      '.remarkrc.yml': `plugins:
  - remark-lint-heading-increment
  - [lint-hard-break-spaces, [error]]
  - [remark-lint-no-multiple-toplevel-headings, false]
  - preset-lint-recommended
  - [remark-lint-emphasis-marker, '*']
  - remark-toc
  - ./own.js
settings: { bullet: '*' }
`,
    })
    expect(rulesOf(result)).toEqual([
      'heading-increment: warning (remark-lint-heading-increment)',
      'trailing-space: error (remark-lint-hard-break-spaces)',
      'heading-increment: off (remark-lint-no-multiple-toplevel-headings)',
    ])
    expect(result.remark).toEqual({
      'remark-preset-lint-recommended': true,
      'remark-lint-emphasis-marker': '*',
    })
    expect(result.left).toEqual([
      '`.remarkrc.yml`: `settings`',
      '`.remarkrc.yml`: the plugin `remark-toc`, which is no rule of remark-lint',
      '`.remarkrc.yml`: the plugin `./own.js`, which is no rule of remark-lint',
    ])
  })

  test('in the manifest', () => {
    const result = taken({
      'package.json': '{ "remarkConfig": { "plugins": ["remark-preset-lint-consistent"] } }',
    })
    expect(result.remark).toEqual({ 'remark-preset-lint-consistent': true })
    expect(taken({ 'package.json': '{ "name": "x" }' }).files).toEqual([])
  })
})

test('code is never read', () => {
  expect(taken({ '.remarkrc.js': 'process.exit()', '.markdownlint.cjs': '' }).left).toEqual([
    '`.markdownlint.cjs` was not read, since it is code',
    '`.remarkrc.js` was not read, since it is code',
  ])
})

test.each([
  ['{ "a": 1, // x\n "b": [1, 2,], }', { a: 1, b: [1, 2] }],
  ['/* { */ { "a//b": "/* \\" */", }', { 'a//b': '/* " */' }],
  ['{"a": ",]"}', { a: ',]' }],
  ['{"a": [1, /* , */ ]}', { a: [1] }],
])('%s is JSON but for its comments', (text, value) => {
  expect(JSON.parse(withoutComments(text))).toEqual(value)
})
