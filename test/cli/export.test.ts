import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCommand, folderOf, runCommand } from '../support/command.ts'

const folder = folderOf({
  'mail/guide.en-gb.md':
    '---\ntitle: Mail\n---\n\n## Ports\n\n![A lock](1.png)\n\n![A \u001b[31mkey](\u001b[31m2.png)\n',
  'mail/1.png': 'PNG\n',
  'brand.css': ':root { --accent: teal; }\n',
  'frame.html':
    '<html lang="{{language}}" dir="{{direction}}"><head><title>{{title}}</title>{{head}}</head><body>{{body}}<footer>Example</footer></body></html>\n',
  'bad.css': '</style><script>1</script>',
  'bad.html': '<html>{{body}}</html>',
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

test('a site and lone pages of one run do not lie in each other’s way', async () => {
  const { stderr } = await runCommand(['export', 'mail', '--to', 'html', 'site', '--output', 'both'], folder)
  expect(stderr).not.toContain('was made by another format')
  for (const path of ['both/en-gb/index.html', 'both/site/en-gb/index.html', 'both/site/index.html'])
    expect([path, existsSync(join(folder, path))]).toEqual([path, true])
})

test('what is there already is left alone', async () => {
  const { stdout } = await run()
  expect(stdout).toBe('2 files of 1 document in 1 locale in `out`, 2 unchanged\n')
})

test('a publisher has a theme and a frame of their own', async () => {
  const look = ['--theme', 'brand.css', '--template', 'frame.html']
  await runCommand(['export', 'mail', '--to', 'html', '--output', 'own', ...look], folder)
  const page = readFileSync(join(folder, 'own/en-gb/index.html'), 'utf8')
  expect(page).toMatch(/^<html lang="en-GB" dir="ltr">/)
  expect(page.indexOf('--accent: teal')).toBeGreaterThan(page.indexOf('--accent: light-dark'))
  expect(page).toContain('<footer>Example</footer>')
})

test.each([
  [['--theme', 'none.css'], 'Unexpected theme `none.css`, expected a file that exists\n'],
  [['--theme', 'bad.css'], 'Unexpected `</style` in `bad.css`, expected CSS alone\n'],
  [
    ['--template', 'bad.html'],
    'Unexpected template `bad.html`, expected `{{language}}`, `{{direction}}`, `{{title}}`, `{{head}}` in it\n',
  ],
])('%j is refused before anything is made', async (look, says) => {
  const { stderr, code } = await runCommand(['export', 'mail', '--output', 'refused', ...look], folder)
  expect([stderr, code, existsSync(join(folder, 'refused'))]).toEqual([says, 2, false])
})

test('a folder in the place of a page is named, and the other formats are made', async () => {
  mkdirSync(join(folder, 'blocked/en-gb/index.html'), { recursive: true })
  const { stdout, stderr, code } = await runCommand(
    ['export', 'mail', '--to', 'html', 'txt', '--output', 'blocked'],
    folder,
  )
  expect(stderr).toContain(
    'html: `en-gb/index.html` is there and no plain file, expected one to replace, or nothing\n',
  )
  expect([stdout, code]).toEqual(['1 file of 1 document in 1 locale in `blocked`\n', 2])
})
