import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runLint } from '../../src/cli/lint/lint.ts'
import type { LintOptions } from '../../src/cli/lint/options.ts'
import { parseConfig } from '../../src/corpus/parse-config.ts'
import { openConfigMemory } from '../../src/io/config-memory.ts'
import { rules } from '../../src/lint/rules/index.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hexapla-config-'))
})
afterEach(() => {
  rmSync(root, { recursive: true })
})

function put(name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true })
  writeFileSync(join(root, name), text)
}

const kept = (): string => join(root, '.hexapla/cache/.config')
const rich = [
  'source: en-gb',
  'locales: [en-gb, pl-pl]',
  'extends: [hugo, strict]',
  'aliases: { en-asia: en-SG }',
  'exclude: [drafts]',
  'rules: { image-alt: off, link-text: error }',
  'overrides: [{ files: ["old/**"], rules: { image-alt: warning } }]',
  'frontMatter: { guide: { keys: { owner: { type: string, required: true } } } }',
].join('\n')

test('what is kept of a config is what was read, for the very text alone', () => {
  const known = { rules: new Map(rules.map(({ id, options }) => [id, options])) }
  const result = parseConfig(rich, known, 'hexapla.config.yaml')
  if (!('config' in result)) throw new Error(result.problems.map(({ reason }) => reason).join('\n'))
  const folder = dirname(kept())
  expect(openConfigMemory(folder, rich).load()).toBeUndefined()
  openConfigMemory(folder, rich).keep(result.config)
  expect(openConfigMemory(folder, rich).load()).toStrictEqual(result.config)
  expect(openConfigMemory(folder, `${rich}\n`).load()).toBeUndefined()
  for (const size of [0, 1, 40, 200, readFileSync(kept()).length - 1]) {
    openConfigMemory(folder, rich).keep(result.config)
    truncateSync(kept(), size)
    expect(openConfigMemory(folder, rich).load()).toBeUndefined()
  }
})

test('a run obeys the config as it is now', async () => {
  const lint = async (options: Partial<LintOptions> = {}): Promise<string> =>
    (await runLint([], { cwd: root, color: false, reporter: 'compact', ...options })).stdout
  put('mail/guide.en-gb.md', '---\ntitle: Mail\n---\n\n![](a.png)\n')
  const [on, off] = ['slugs: github\n', 'slugs: github\nrules: { image-alt: off }\n']
  put('hexapla.config.yaml', on)
  await lint({ cache: false })
  await lint({ diff: true })
  expect(existsSync(kept())).toBe(false)
  const first = await lint()
  expect(first).toContain('[image-alt]')
  expect(existsSync(kept())).toBe(true)
  expect(await lint()).toBe(first)
  put('hexapla.config.yaml', off)
  expect(await lint()).not.toContain('[image-alt]')
  put('hexapla.config.yaml', on)
  expect(await lint()).toBe(first)
  put('hexapla.config.yaml', 'slugs: githup\n')
  await expect(lint()).rejects.toThrow('githup')
})
