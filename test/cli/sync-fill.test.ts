import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderOf } from '../support/command.ts'
import { runHere } from '../support/in-process.ts'

const page = (title: string, ...body: string[]): string =>
  `---\ntitle: ${title}\n---\n\n${body.join('\n\n')}\n`

/** Two guides in step; then the one gets a sentence that the other has translated, and one that nobody has. */
async function grownFolder(config: string): Promise<string> {
  const folder = folderOf({
    'hexapla.config.yaml': `source: en-gb\n${config}`,
    'mail/guide.en-gb.md': page('Mail', 'Open the [panel](https://example.com/mail) and choose port 993.'),
    'mail/guide.pl-pl.md': page('Poczta', 'Otwórz [panel](https://example.com/mail) i wybierz port 993.'),
    'web/guide.en-gb.md': page('Sites', 'Begin here.'),
    'web/guide.pl-pl.md': page('Strony', 'Zacznij tutaj.'),
  })
  await runHere(['sync'], folder)
  writeFileSync(
    join(folder, 'web/guide.en-gb.md'),
    page(
      'Sites',
      'Begin here.',
      '- Open the [panel](https://example.com/web) and choose port 995.',
      'Wait for the servers.',
    ),
  )
  return folder
}

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8')

describe('what is new', () => {
  const filled = '- Otwórz [panel](https://example.com/web) i wybierz port 995.'

  test('gets what the guides have translated so elsewhere, in its own markup', async () => {
    const folder = await grownFolder('sync: {insert: memory}\n')
    const { stdout } = await runHere(['sync'], folder)
    expect(read(folder, 'web/guide.pl-pl.md')).toBe(
      page('Strony', 'Zacznij tutaj.', filled, 'Wait for the servers.'),
    )
    expect(stdout).toContain('2 passages put in, 1 of these translated')
    expect(stdout).toContain('untranslated, 4 words')
    expect(read(folder, '.hexapla/ledger/pl-pl/web.jsonl')).toContain('"origin":"memory"')
    const after = read(folder, '.hexapla/ledger/pl-pl/web.jsonl')
    expect((await runHere(['sync'], folder)).stdout).toContain('nothing to carry over')
    expect(read(folder, '.hexapla/ledger/pl-pl/web.jsonl')).toBe(after)
  })

  test('gets what a provider says where the memory has nothing', async () => {
    const folder = await grownFolder('')
    const { stdout } = await runHere(['sync', '--provider', 'pseudo'], folder)
    const text = read(folder, 'web/guide.pl-pl.md')
    expect(text).toContain(filled)
    expect(text).not.toContain('Wait for the servers.')
    expect(stdout).toContain('2 passages put in, 2 of these translated')
    expect(read(folder, '.hexapla/ledger/pl-pl/web.jsonl')).toContain('"origin":"machine"')
    expect((await runHere(['sync', '--check'], folder)).code).toBe(0)
  })

  test('stays in the words of the source where nothing else is asked for', async () => {
    const folder = await grownFolder('')
    await runHere(['sync'], folder)
    expect(read(folder, 'web/guide.pl-pl.md')).toContain('- Open the [panel](https://example.com/web)')
  })

  test('a new document takes from the memory what it has', async () => {
    const folder = await grownFolder('sync: {insert: memory}\n')
    writeFileSync(join(folder, 'web/guide.en-gb.md'), page('Sites', 'Begin here.'))
    writeFileSync(
      join(folder, 'mail/guide.de-de.md'),
      page('Post', 'Öffnen Sie das [Panel](https://example.com/mail), Port 993.'),
    )
    writeFileSync(
      join(folder, 'web/guide.en-gb.md'),
      page('Sites', 'Open the [panel](https://example.com/a) and choose port 993.'),
    )
    await runHere(['sync', '--locale', 'de-de'], folder)
    expect(read(folder, 'web/guide.de-de.md')).toBe(
      page('Sites', 'Öffnen Sie das [Panel](https://example.com/a), Port 993.'),
    )
  })

  test('a provider that nobody knows is named', async () => {
    const folder = await grownFolder('')
    const { code, stderr } = await runHere(['sync', '--provider', 'pseudoo'], folder)
    expect(code).toBe(2)
    expect(stderr).toContain('`pseudo`')
    expect(read(folder, 'web/guide.pl-pl.md')).toBe(page('Strony', 'Zacznij tutaj.'))
  })
})
