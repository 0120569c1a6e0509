import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderOf } from '../support/command.ts'
import { runHere } from '../support/in-process.ts'

const config = (rule: string): string => `source: en-gb\nrules: {translation-stale: ${rule}}\n`
const page = (title: string, ...body: string[]): string =>
  `---\ntitle: ${title}\n---\n\n${body.join('\n\n')}\n`

/** Two guides, in step with their source and recorded so; then the source of each says more: six words, and seven. */
async function staleFolder(rule: string): Promise<string> {
  const folder = folderOf({
    'hexapla.config.yaml': config(rule),
    'mail/guide.en-gb.md': page('Mail', 'Choose a password.'),
    'mail/guide.pl-pl.md': page('Poczta', 'Wybierz hasło.'),
    'mail/guide.de-de.md': page('Post', 'Wählen Sie ein Kennwort.'),
    'web/guide.en-gb.md': page('Sites', 'Open the panel.'),
    'web/guide.pl-pl.md': page('Strony', 'Otwórz panel.'),
  })
  await runHere(['sync'], folder)
  write(folder, 'mail/guide.en-gb.md', page('Mail', 'Choose a password of twelve letters.'))
  write(folder, 'web/guide.en-gb.md', page('Sites', 'Open the panel that you know best.'))
  return folder
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

/** `locale severity` of each finding, and how the run ended. */
async function stale(
  folder: string,
  ...args: string[]
): Promise<{ found: string[]; notes: string[]; code: number }> {
  const { stdout, code } = await runHere(['lint', ...args, '--json', '--rule', 'translation-stale'], folder)
  const { messages } = JSON.parse(stdout) as {
    messages: { locale: string; severity: string; note: string }[]
  }
  return {
    found: messages.map(({ locale, severity }) => `${locale} ${severity}`),
    notes: messages.map(({ note }) => note),
    code: code ?? 0,
  }
}

describe('translation-stale', () => {
  test('a summary in Markdown says by how much each locale is behind', async () => {
    const folder = await staleFolder('{severity: warning}')
    const { stdout } = await runHere(
      ['lint', '--reporter', 'markdown', '--rule', 'translation-stale'],
      folder,
    )
    expect(stdout).toContain('| `pl-pl` | 13 | 0 | 2 | 2 |\n| `de-de` | 6 | 0 | 1 | 1 |\n')
  })

  test('of a change it says what it makes stale and what it makes missing, and nothing of what was so before', async () => {
    const folder = await staleFolder('{severity: warning}')
    const git = (...args: string[]): void => {
      const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false']
      execFileSync('git', [...who, ...args], { cwd: folder })
    }
    git('init', '-q')
    git('add', '-A')
    git('commit', '-qm', 'a beginning')
    const more = [
      '## Devices',
      'Type `pop.example.com` and 995 there, and [sign in](https://example.com/in) once.',
    ]
    write(
      folder,
      'mail/guide.en-gb.md',
      page('Mail', 'Choose a password of eighteen or more letters.', ...more),
    )
    const { stdout } = await runHere(['lint', '--changed', 'HEAD', '--reporter', 'markdown'], folder)
    expect(stdout).toContain('| `de-de` | 17 | 9 | 2 | 1 |\n| `pl-pl` | 17 | 9 | 2 | 1 |\n')
  })

  test('a sync that was cut short is told, and left to the next one', async () => {
    const folder = await staleFolder('{severity: warning}')
    const journal = '.hexapla/journal/1.json'
    write(folder, journal, '{"version":1,"entries":[]}')
    const { stdout } = await runHere(['lint'], folder)
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'A sync was cut short while it wrote; `hexapla sync` finishes it',
    )
    expect(existsSync(join(folder, journal))).toBe(true)
    await runHere(['sync'], folder)
    expect((await runHere(['lint'], folder)).stdout).not.toContain('cut short')
  })

  test.each([
    ['no budget', '{severity: error}', ['de-de error', 'pl-pl error', 'pl-pl error'], 1],
    ['one that holds', '{severity: error, budget: 13}', ['de-de info', 'pl-pl info', 'pl-pl info'], 0],
    [
      'one that one locale is over',
      '{severity: error, budget: 12}',
      ['de-de info', 'pl-pl error', 'pl-pl error'],
      1,
    ],
  ])('with %s', async (_, rule, found, code) => {
    const folder = await staleFolder(rule)
    expect(await stale(folder)).toMatchObject({ found, code })
    // From what is remembered, and with all in memory.
    expect(await stale(folder)).toMatchObject({ found, code })
    expect(await stale(folder, '--fix')).toMatchObject({ found, code })
  })

  test('a budget is of a locale, however little of it was asked for', async () => {
    const folder = await staleFolder('{severity: error, budget: 12}')
    const { found, notes } = await stale(folder, 'mail')
    expect(found).toEqual(['de-de info', 'pl-pl error'])
    expect(notes[1]).toContain('pl-pl is behind by 13 words, 12 are allowed')
  })

  test('a passage that was edited since is worth one step less, until it is accepted', async () => {
    const folder = await staleFolder('{severity: error}')
    write(folder, 'mail/guide.pl-pl.md', page('Poczta', 'Wybierz hasło z dwunastu liter.'))
    expect((await stale(folder)).found).toEqual(['de-de error', 'pl-pl warning', 'pl-pl error'])
    await runHere(['sync', '--accept', 'mail', '--locale', 'pl-pl'], folder)
    expect((await stale(folder)).found).toEqual(['de-de error', 'pl-pl error'])
  })
})
