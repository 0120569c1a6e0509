import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCommand, folderOf, runCommand, type Result } from '../support/command.ts'

const bread =
  '---\ntitle: Bread\n---\n\n## Dough\n\nWhile it bakes, [brew tea](../tea/guide.en-gb.md#brew).\n'
const folder = folderOf({
  'hexapla.config.yaml':
    'source: en-gb\nlayouts: ["guides/{guide}/{type}.{locale}.md"]\nlocales: [en-gb, pl-pl, pt-br, pt-pt]\n',
  'guides/bread/guide.en-gb.md': bread,
  'guides/tea/guide.en-gb.md': '---\ntitle: Tea\n---\n\n## Brew\n\nPour it.\n',
  'guides/tea/guide.pl-pl.md': '---\ntitle: Herbata\n---\n\n## Parzenie\n\nNalej ją.\n',
})

beforeAll(buildCommand, 120_000)
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const run = (...args: string[]): Promise<Result> => runCommand(args, folder)

/** A kit of one guide in PO, its title translated, as a program that names languages otherwise saves it. */
async function kitAs(guide: string, source: string, target: string): Promise<string> {
  await run('export', `guides/${guide}`, '--to', 'po', '--locale', 'pl-pl', '--output', 'kits')
  const text = readFileSync(join(folder, `kits/pl-pl/${guide}.po`), 'utf8')
    .replace('X-Source-Language: en_GB', `X-Source-Language: ${source}`)
    .replace('Language: pl_PL', `Language: ${target}`)
    .replace('msgid "Bread"\nmsgstr ""', 'msgid "Bread"\nmsgstr "Chleb"')
  writeFileSync(join(folder, 'back.po'), text)
  return 'back.po'
}

test.each([
  ['en_GB', 'pl'],
  ['en-gb', 'PL-pl'],
  ['en', 'pol_PL'],
])('a kit from `%s` into `%s` is one for the locale that is here', async (source, target) => {
  const { stderr, code } = await run('import', await kitAs('tea', source, target), '--diff')
  expect([stderr, code]).toEqual(['guides/tea/guide.pl-pl.md: 0 units to write, 3 as they were, of 3\n', 0])
})

test.each<[string, string, string[], string]>([
  ['fr', 'pl', [], 'Unexpected source language `fr`, expected `en-GB`'],
  ['en_US', 'pl', [], 'Unexpected source language `en-US`, expected `en-GB`'],
  ['en_GB', 'en', [], 'Unexpected target language `en`, expected another than the source’s'],
  [
    'en_GB',
    'pt',
    [],
    'Unexpected target language `pt`, which may be `pt-br` or `pt-pt`, expected `--locale` with one of them',
  ],
  ['en_GB', 'pl', ['--locale', 'pt-pt'], 'Unexpected kit for `pl-pl`, expected one for `pt-pt`'],
])('a kit from `%s` into `%s`, asked for as %j, is refused', async (source, target, more, reason) => {
  const { stderr, code } = await run('import', await kitAs('tea', source, target), ...more)
  expect([stderr, code]).toEqual([`back.po: ${reason}; 3 units refused\n`, 1])
})

test('a language of several locales is the one that was asked for', async () => {
  const { stderr } = await run('import', await kitAs('tea', 'en_GB', 'pt'), '--locale', 'pt-pt', '--diff')
  expect(stderr).toContain('guides/tea/guide.pt-pt.md (new): ')
})

test.each(['pl', 'pl_PL', 'PL-PL'])('no kit goes out for `%s` beside `pl-pl`', async (locale) => {
  const { stderr, code } = await run('export', 'guides', '--to', 'po', '--locale', locale)
  expect([stderr, code]).toEqual([
    expect.stringMatching(`^Unexpected locale \`${locale}\`, expected .*\`pl-pl\``),
    2,
  ])
})

test('a new document leads to documents of its locale, though they are in no kit', async () => {
  await run('import', await kitAs('bread', 'en_GB', 'pl_PL'))
  expect(readFileSync(join(folder, 'guides/bread/guide.pl-pl.md'), 'utf8')).toBe(
    bread.replace('Bread', 'Chleb').replace('en-gb', 'pl-pl'),
  )
})

test('what no kit has brought words for still waits in a new document, be it one word', async () => {
  const { stdout } = await run(
    'export',
    'guides/bread',
    '--to',
    'po',
    '--locale',
    'pl-pl',
    '--only',
    'untranslated',
  )
  expect(stdout).toBe('1 kit with 2 units in 1 locale in `export`\n')
  expect(readFileSync(join(folder, 'export/pl-pl/bread.po'), 'utf8')).toContain('msgid "Dough"\nmsgstr ""')
})

test('a memory holds what is translated, and is counted so', async () => {
  const { stdout } = await run(
    'export',
    'guides',
    '--to',
    'tmx',
    '--locale',
    'pl-pl',
    'pt-pt',
    '--output',
    'memory',
  )
  expect(stdout).toBe('2 kits with 4 units in 2 locales in `memory`\n')
  const both = await run('export', 'guides', '--to', 'tmx', 'po', '--locale', 'pl-pl', '--output', 'both')
  expect(both.stdout).toBe('4 kits with 6 units in 1 locale in `both`\n')
})
