import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCommand, folderOf, runCommand } from '../support/command.ts'

const folder = folderOf({
  'mail/guide.en-gb.md':
    '---\ntitle: Mail\n---\n\n## Ports\n\n![A lock](1.png)\n\n![A \u001b[31mkey](\u001b[31m2.png)\n',
  'mail/1.png': 'PNG\n',
})

beforeAll(buildCommand, 120_000)
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const run = (): ReturnType<typeof runCommand> =>
  runCommand(['export', 'mail', '--to', 'txt', 'html', '--output', 'out'], folder)

test('what cannot be shown is told and named in its place, and the rest is made', async () => {
  const { stdout, stderr, code } = await run()
  expect(stdout).toBe('2 files of 1 document in 1 locale in `out`\n')
  expect(stderr).toContain('mail/1.png: Unexpected content, expected a picture\n')
  expect(stderr).not.toContain('\u001b')
  expect(code).toBe(1)
  expect(readFileSync(join(folder, 'out/en-gb/index.html'), 'utf8')).toContain('Missing picture: A lock')
})

test('what is there already is left alone', async () => {
  const { stdout } = await run()
  expect(stdout).toBe('2 files of 1 document in 1 locale in `out`, 2 unchanged\n')
})
