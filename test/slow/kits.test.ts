import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { globbySync } from 'globby'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCommand, runCommand } from '../support/command.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'hexapla-kits-'))
/** The guides as they are, and as they are before anyone has translated them into Polish. */
const [whole, fresh] = [join(folder, 'whole'), join(folder, 'fresh')]

function run(program: string, ...args: readonly string[]): { readonly code: number; readonly said: string } {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    cwd: folder,
  })
  return error ? { code: -1, said: error.message } : { code: status ?? -1, said: stdout + stderr }
}

const has = {
  xmllint: run('xmllint', '--version').code === 0,
  msgfmt: run('msgfmt', '--version').code === 0,
  pofilter: run('pofilter', '--version').code === 0,
  omegat: run('omegat', '--help').code === 0,
  office: run('soffice', '--version').code === 0,
}
/** A folder with `xliff-core-2.0.xsd` and `xliff-core-1.2-strict.xsd` of OASIS, and `xml.xsd` of the W3C, which they import: Debian has them in `php-symfony-translation`. */
const schemas = [
  process.env.HEXAPLA_XLIFF_SCHEMAS ?? '',
  '/usr/share/php/Symfony/Component/Translation/Resources/schemas',
].find((each) => existsSync(join(each, 'xliff-core-2.0.xsd')))

/** A schema whose import leads to the file beside it, wherever it would be looked for else. */
function schemaAt(name: string): string {
  const place = join(folder, 'schemas')
  mkdirSync(place, { recursive: true })
  for (const each of [name, 'xml.xsd']) {
    const text = readFileSync(join(schemas ?? '', each), 'utf8')
    writeFileSync(
      join(place, each),
      text.replace(/schemaLocation="[^"]*xml\.xsd"/, 'schemaLocation="xml.xsd"'),
    )
  }
  return join(place, name)
}

/** Gives out the Polish kit of all guides in a format. */
async function given(format: string, from = whole): Promise<string> {
  const output = `kits-${format}`
  const { code, stderr } = await runCommand(
    ['export', 'guides', '--to', format, '--locale', 'pl-pl', '--per', 'locale', '--output', output],
    from,
  )
  expect([code, stderr]).toEqual([0, ''])
  return join(from, output, `pl-pl.${format.replace(/^xliff.*/, 'xlf')}`)
}

beforeAll(() => {
  buildCommand()
  for (const each of [whole, fresh]) {
    cpSync(join(root, 'guides'), join(each, 'guides'), { recursive: true })
    cpSync(join(root, 'hexapla.config.yaml'), join(each, 'hexapla.config.yaml'))
  }
  for (const path of globbySync('guides/**/*.pl-pl.md', { cwd: fresh })) rmSync(join(fresh, path))
}, 600_000)

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe.skipIf(!has.xmllint)('xmllint', () => {
  test.each(['xliff', 'xliff12', 'tmx'])('reads %s', async (format) => {
    expect(run('xmllint', '--nonet', '--noout', await given(format))).toEqual({ code: 0, said: '' })
  })

  test.skipIf(schemas === undefined).each([
    ['xliff', 'xliff-core-2.0.xsd'],
    ['xliff12', 'xliff-core-1.2-strict.xsd'],
  ])('finds %s valid', async (format, schema) => {
    const paths = [await given(format), await given(format, fresh)]
    const { code, said } = run('xmllint', '--nonet', '--noout', '--schema', schemaAt(schema), ...paths)
    expect([code, said]).toEqual([0, paths.map((path) => `${path} validates\n`).join('')])
  })
})

describe.skipIf(!has.msgfmt)('msgfmt', () => {
  test('finds nothing wrong in po', async () => {
    expect(run('msgfmt', '--check', '-o', '/dev/null', await given('po'))).toEqual({ code: 0, said: '' })
  })

  test('takes pot, which says no language', async () => {
    expect(run('msgfmt', '--check', '-o', '/dev/null', await given('pot')).code).toBe(0)
  })
})

describe.skipIf(!has.pofilter)('pofilter', () => {
  test('finds no unit whose markup, numbers or places for values are lost', async () => {
    const serious = ['xmltags', 'printf', 'variables', 'numbers', 'emails', 'urls', 'brackets', 'newlines']
    const tests = serious.flatMap((each) => ['-t', each])
    expect(run('pofilter', '--progress=none', ...tests, await given('po'), '-')).toEqual({
      code: 0,
      said: '',
    })
  })
})

/** A project of OmegaT that takes paragraphs whole, as kits do. */
const project = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
  <project version="1.0">
    ${['source_dir', 'target_dir', 'tm_dir', 'glossary_dir', 'glossary_file', 'dictionary_dir']
      .map((name) => `<${name}>__DEFAULT__</${name}>`)
      .join('\n    ')}
    <source_lang>fr-FR</source_lang>
    <target_lang>pl-PL</target_lang>
    <sentence_seg>false</sentence_seg>
    <support_default_translations>true</support_default_translations>
    <remove_tags>false</remove_tags>
  </project>
</omegat>
`

describe.skipIf(!has.omegat)('OmegaT', () => {
  test('translates a kit from a memory of the guides, and what it makes comes back', async () => {
    const place = join(folder, 'omegat')
    for (const each of ['source', 'target', 'tm/auto', 'omegat', 'glossary', 'dictionary'])
      mkdirSync(join(place, each), { recursive: true })
    writeFileSync(join(place, 'omegat.project'), project)
    cpSync(await given('po', fresh), join(place, 'source/pl-pl.po'))
    cpSync(await given('tmx'), join(place, 'tm/auto/pl-pl.tmx'))
    const config = `--config-dir=${join(folder, 'omegat-config')}`
    expect(run('omegat', place, config, '--mode=console-translate').code).toBe(0)
    const { stderr, code } = await runCommand(['import', join(place, 'target/pl-pl.po')], fresh)
    expect([code, stderr]).toEqual([0, expect.not.stringContaining(' error ')])
    const sums = [...stderr.matchAll(/\(new\): (\d+) units? written, (\d+) without a translation/g)]
    expect(sums.length).toBe(globbySync('guides/**/*.pl-pl.md', { cwd: whole }).length)
    // It takes no tags from memories of other programs: these units are for the translator to confirm.
    const written = sums.reduce((sum, [, count]) => sum + Number(count), 0)
    const memory = readFileSync(join(place, 'tm/auto/pl-pl.tmx'), 'utf8')
    const plain = [...memory.matchAll(/<seg>([^]*?)<\/seg>/g)].filter(
      ([, words = '']) => !/<(?:ph|bpt)/.test(words),
    )
    expect(written).toBeGreaterThanOrEqual(plain.length / 2)
  })
})

describe.skipIf(!has.office)('LibreOffice', () => {
  test('opens a spreadsheet and saves it, and it comes back as it was', async () => {
    const path = await given('xlsx')
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'office')).href}`
    const saved = join(folder, 'saved')
    expect(run('soffice', '--headless', profile, '--convert-to', 'xlsx', '--outdir', saved, path).code).toBe(
      0,
    )
    const { stderr, code } = await runCommand(['import', join(saved, 'pl-pl.xlsx')], whole)
    expect([code, stderr]).toEqual([0, expect.not.stringContaining(' error ')])
    expect(stderr.match(/: 0 units written, \d+ as they were/g)?.length).toBe(
      globbySync('guides/**/*.pl-pl.md', { cwd: whole }).length,
    )
  })
})
