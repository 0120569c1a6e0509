import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runLint } from '../../src/cli/lint/lint.ts'
import type { LintOptions } from '../../src/cli/lint/options.ts'
import type { Outcome } from '../../src/cli/outcome.ts'

/** A plugin that speaks of each heading, and of the whole file. */
const plugin = `export default function (options) {
  return (tree, file) => {
    for (const node of tree.children)
      if (node.type === 'heading') {
        const message = file.message('Unexpected \`' + node.children[0].value + '\`', { place: node.position, ruleId: 'no-heading' })
        message.fatal = options === 'fatal'
      }
    if (options === 'info') file.info('Nothing to say', { ruleId: 'all' })
    if (options === 'throw') throw new Error('No more')
  }
}
`
const path = 'mail/guide.en-gb.md'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hexapla-plugins-'))
  put(path, '\ufeff---\ntitle: Mail\n---\n\n## One\n\nText.\n')
  put(
    'node_modules/remark-lint-no-heading/package.json',
    '{ "type": "module", "exports": { ".": { "import": "./index.js" } } }',
  )
  put('node_modules/remark-lint-no-heading/index.js', plugin)
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

function put(name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true })
  writeFileSync(join(root, name), text)
}

function lint(remark: string, options: Partial<LintOptions> = {}): Promise<Outcome> {
  put('hexapla.config.yaml', `slugs: github\nremark: ${remark}\n`)
  return runLint([], { cwd: root, color: false, reporter: 'compact', ...options })
}

const allowed = { allowPlugins: true } as const

test('plugins do not run unless they are allowed', async () => {
  put('node_modules/remark-lint-no-heading/index.js', 'throw new Error("It ran")')
  const { stdout, exitCode } = await lint('{ remark-lint-no-heading: true }', { reporter: 'stylish' })
  expect(stdout).toContain('`remark` in the config names a plugin')
  expect(exitCode).toBe(0)
})

describe('where they are allowed', () => {
  test.each([
    ['true', `${path}:5:1: warning: Unexpected \`One\` [remark/no-heading]\n1 warning\n`],
    ['fatal', `${path}:5:1: error: Unexpected \`One\` [remark/no-heading]\n1 error\n`],
    [
      'info',
      `${path}:1:1: info: Nothing to say [remark/all]\n${path}:5:1: warning: Unexpected \`One\` [remark/no-heading]\n1 warning, 1 info\n`,
    ],
    ['false', 'no findings\n'],
  ])('with %s', async (options, expected) => {
    expect((await lint(`{ remark-lint-no-heading: ${options} }`, allowed)).stdout).toBe(expected)
  })

  test('a comment silences them, and a rule can be asked for alone', async () => {
    const one = '{ remark-lint-no-heading: true }'
    put(
      path,
      '---\ntitle: Mail\n---\n\n<!-- hexapla-disable-next-line remark/no-heading -->\n## One\n\nText.  \n',
    )
    expect((await lint(one, { ...allowed, rule: ['remark/no-heading'] })).stdout).toBe('no findings\n')
    put(path, '---\ntitle: Mail\n---\n\n## One\n\nText.  \n')
    expect((await lint(one, { ...allowed, rule: ['remark/no-heading'] })).stdout).toContain('1 warning\n')
    expect((await lint(one, { ...allowed, rule: ['trailing-space'] })).stdout).toContain('1 info\n')
  })

  test('a baseline keeps what they said while they do not run', async () => {
    const one = '{ remark-lint-no-heading: true }'
    await lint(one, { ...allowed, updateBaseline: true })
    const file = readFileSync(join(root, '.hexapla/baseline.json'), 'utf8')
    expect(file).toContain('"remark/no-heading"')
    expect((await lint(one, allowed)).stdout).toBe('no findings\n')
    await lint(one, { updateBaseline: true })
    expect(readFileSync(join(root, '.hexapla/baseline.json'), 'utf8')).toBe(file)
  })

  test.each([
    [
      '{ remark-lint-missing: true }',
      'Unexpected absence of the plugin `remark-lint-missing`, expected it in `node_modules`',
    ],
    ['{ ../evil: true }', 'Unexpected plugin `../evil`, expected the name of a package'],
    ['{ "@a/../../b": true }', 'Unexpected plugin `@a/../../b`, expected the name of a package'],
    ['{ outside: true }', 'Unexpected place of the plugin `outside`'],
    ['{ no-plugin: true }', 'Unexpected package `no-plugin`, expected a plugin of remark'],
    ['{ broken: true }', 'Unexpected failure of the plugin `broken`'],
    ['{ remark-lint-no-heading: throw }', `Unexpected failure of a plugin in \`${path}\`: No more`],
  ])('%s is refused', async (remark, message) => {
    const outside = mkdtempSync(join(tmpdir(), 'hexapla-outside-'))
    writeFileSync(join(outside, 'package.json'), '{ "type": "module" }')
    writeFileSync(join(outside, 'index.js'), plugin)
    symlinkSync(outside, join(root, 'node_modules/outside'))
    put('node_modules/no-plugin/package.json', '{ "type": "module" }')
    put('node_modules/no-plugin/index.js', 'export default 1')
    put('node_modules/broken/package.json', '{ "type": "module" }')
    put('node_modules/broken/index.js', 'export default (')
    await expect(lint(remark, allowed)).rejects.toThrow(message)
    rmSync(outside, { recursive: true })
  })
})
