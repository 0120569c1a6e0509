import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { documentRule } from '../../src/lint/rule.ts'
import { rules } from '../../src/lint/rules/index.ts'
import { explainRule } from '../../src/report/explain.ts'
import { ruleIndexPage, rulePage } from '../../src/report/rule-page.ts'
import { widthOf } from '../../src/text/width.ts'

const rule = documentRule({
  id: 'word-repeated',
  summary: 'a word said `n` times',
  why: 'Readers stumble over it.',
  severity: 'warning',
  recommended: false,
  options: z.object({ times: z.number().describe('How often is too often') }),
  defaults: { times: 2 },
  inputs: ['frontMatter'],
  examples: [
    {
      name: 'The the',
      files: '---\ntitle: Mail\n---\n\nFirst.\n\nOpen ⟦the the⟧ ⟦ ⟧panel.\n\nLast.\n',
      reasons: ['Unexpected `the the`, expected `the`', 'Unexpected space'],
      fixed: '---\ntitle: Mail\n---\n\nFirst.\n\nOpen the panel.\n\nLast.\n',
    },
    { name: 'Once', files: { 'a.en-gb.mdx': '```js\nOpen\n```\n' }, config: 'source: en-gb\n' },
  ],
  check: () => [],
})

test('an explanation', () => {
  expect(explainRule(rule, { color: false, width: 80 }))
    .toBe(`word-repeated  warning · looks at one document · has a fix · off by default

  A word said \`n\` times.

Why
  Readers stumble over it.

Examples
  The the
  │ First.
  │
  │ Open the the ·panel.
  │      ^^^^^^^ ^
  │
  │ Last.
  → Unexpected \`the the\`, expected \`the\`
  → Unexpected space
  fixed:
  │ Open the panel.

  Once: nothing to find
  hexapla.config.yaml
  │ source: en-gb
  a.en-gb.mdx
  │ \`\`\`js
  │ Open
  │ \`\`\`

Options
  times: 2
    How often is too often
  It reads \`frontMatter\` of the config.

How to silence it
  In \`hexapla.config.yaml\`:
    rules:
      word-repeated: warning # without this it is off
  In a guide (in MDX between \`{/*\` and \`*/}\`):
    <!-- hexapla-disable-next-line word-repeated -->
    <!-- hexapla-disable word-repeated -->
    <!-- hexapla-enable word-repeated -->
    <!-- hexapla-disable-file word-repeated -->

https://github.com/hexapla/hexapla/blob/main/docs/rules/word-repeated.md
`)
})

test('a page', () => {
  const page = rulePage(rule)
  expect(page.match(/^##? .*$/gm)).toEqual([
    '# word-repeated',
    '## What it finds',
    '## Why',
    '## Examples',
    '## Options',
    '## How to silence it',
  ])
  expect(page).toContain('| warning | one document | yes | no |')
  expect(page).toContain('| `times` | `2` | How often is too often |')
  expect(page).toContain('[`frontMatter`](../config.md#frontmatter)')
  expect(page).toContain('Open ⟦the the⟧ ⟦ ⟧panel.')
  expect(page).toContain('`a.en-gb.mdx`:\n\n````mdx\n```js\nOpen\n```\n````\n\nNothing is found.')
})

test('the table of all rules', () => {
  expect(ruleIndexPage([rule])).toContain(
    '| [word-repeated](word-repeated.md) | a word said `n` times | warning (off) | yes |',
  )
})

describe.each(rules)('$id', (each) => {
  test('is explained within 80 columns, examples set aside, and has a page', () => {
    const prose = explainRule(each, { color: false, width: 80 })
      .split('\n')
      .filter((line) => !line.startsWith('  │') && !line.startsWith('http'))
    for (const line of prose) expect(widthOf(line)).toBeLessThanOrEqual(80)
    const page = rulePage(each)
    for (const { name } of each.examples) expect(page).toContain(`### ${name}\n`)
  })
})
