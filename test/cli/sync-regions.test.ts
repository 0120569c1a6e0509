import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderOf } from '../support/command.ts'
import { runHere } from '../support/in-process.ts'

const config = 'source: en-gb\nderived:\n  en-us: { from: en-gb }\n'

const settings = (...ports: string[]): string =>
  `services:\n  mx-plan:\n    endpoints:\n      imap: { host: ssl0.example.net, ports: { ${ports.join(', ')} } }\n`

const open = '<!-- hexapla:settings mx-plan imap -->'
const end = '<!-- /hexapla:settings -->'

const page = (title: string, ...body: string[]): string =>
  `---\ntitle: ${title}\n---\n\n${body.join('\n\n')}\n`

/** A guide with an empty region, which a first run makes in every locale; in step since then. */
async function madeFolder(): Promise<string> {
  const folder = folderOf({
    'hexapla.config.yaml': config,
    'guides/settings.yaml': settings('tls: 993'),
    'guides/mail/guide.en-gb.md': page('Mail', 'Use these values.', open, end, 'Then restart the program.'),
    'guides/mail/guide.fr-fr.md': page('Courriel', 'Voici les valeurs.', open, end, 'Puis redémarrez.'),
    'guides/mail/guide.ja-jp.md': page('メール', 'この値を使います。', open, end, '再起動します。'),
  })
  const git = (...args: string[]): unknown => execFileSync('git', args, { cwd: folder, stdio: 'pipe' })
  git('init', '-q')
  await runHere(['sync'], folder)
  return folder
}

const guide = (folder: string, locale: string): string =>
  readFileSync(join(folder, `guides/mail/guide.${locale}.md`), 'utf8')

const rowOf = (text: string, port: string): string | undefined =>
  text.split('\n').find((line) => line.includes(`| ${port} |`))

describe('regions of settings', () => {
  test('are made in every locale whose words are known, the source among them, and are nothing to translate', async () => {
    const folder = await madeFolder()
    expect(rowOf(guide(folder, 'en-gb'), '993')).toBe(
      '| Incoming mail (IMAP) | `ssl0.example.net` | 993 | SSL/TLS |',
    )
    expect(rowOf(guide(folder, 'en-us'), '993')).toBe(rowOf(guide(folder, 'en-gb'), '993'))
    expect(rowOf(guide(folder, 'fr-fr'), '993')).toContain('entrant (IMAP)')
    expect(guide(folder, 'fr-fr')).toContain('Puis redémarrez.')
    expect(guide(folder, 'ja-jp')).not.toContain('993')
    const { stdout, code } = await runHere(['sync', '--check', '--locale', 'fr-fr'], folder)
    expect([code, stdout]).toEqual([0, 'mail  nothing to carry over\n\nfr-fr  100 % up to date\n'])
  })

  test('follow a port that changes in the settings file, a number a locale, and no state changes', async () => {
    const folder = await madeFolder()
    const [before, french] = [guide(folder, 'en-gb'), guide(folder, 'fr-fr')]
    writeFileSync(join(folder, 'guides/settings.yaml'), settings('tls: 10993'))
    expect((await runHere(['sync', '--check', '--locale', 'fr-fr'], folder)).code).toBe(1)
    const { stdout } = await runHere(['sync'], folder)
    expect(stdout).toContain('made from the settings file')
    expect(stdout).toContain('fr-fr  100 % up to date\n')
    expect(guide(folder, 'en-gb')).toBe(before.replace('| 993 |', '| 10993 |'))
    expect(guide(folder, 'en-us')).toBe(guide(folder, 'en-gb'))
    expect(guide(folder, 'fr-fr')).toBe(french.replace('| 993 |', '| 10993 |'))
    const ledger = (): string => readFileSync(join(folder, '.hexapla/ledger/fr-fr/mail.jsonl'), 'utf8')
    const recorded = ledger()
    expect((await runHere(['sync'], folder)).stdout).not.toContain('settings file')
    expect(ledger()).toBe(recorded)
  })

  test('get a row that the settings file got, in the words of their locale', async () => {
    const folder = await madeFolder()
    writeFileSync(join(folder, 'guides/settings.yaml'), settings('tls: 993', 'starttls: 143'))
    const { stdout } = await runHere(['sync'], folder)
    expect(stdout).toContain('fr-fr  100 % up to date\n')
    expect(rowOf(guide(folder, 'fr-fr'), '143')).toContain('entrant (IMAP)')
    const linted = await runHere(['lint', 'guides/mail/guide.fr-fr.md', '--rule', 'settings-region'], folder)
    expect(linted.code).toBe(0)
    const texts = ['en-gb', 'en-us', 'fr-fr', 'ja-jp'].map((locale) => guide(folder, locale))
    expect((await runHere(['sync'], folder)).stdout).toContain('nothing to carry over')
    expect(['en-gb', 'en-us', 'fr-fr', 'ja-jp'].map((locale) => guide(folder, locale))).toEqual(texts)
  })

  test('come with a section that the source got, in the words of their locale', async () => {
    const folder = await madeFolder()
    const text = guide(folder, 'en-gb').replace(
      'Then restart the program.',
      `Then restart the program.\n\n## Encrypted\n\n<!-- hexapla:settings mx-plan imap tls -->\n\n${end}`,
    )
    writeFileSync(join(folder, 'guides/mail/guide.en-gb.md'), text)
    const { stdout } = await runHere(['sync'], folder)
    expect(guide(folder, 'fr-fr').split('entrant (IMAP)')).toHaveLength(3)
    expect(stdout).toContain('fr-fr  96 % up to date: 1 word untranslated')
  })

  test('of a locale that was asked for alone are made, and the source is left as it is', async () => {
    const folder = await madeFolder()
    const before = guide(folder, 'en-gb')
    writeFileSync(join(folder, 'guides/settings.yaml'), settings('tls: 10993'))
    await runHere(['sync', '--locale', 'fr-fr'], folder)
    expect(guide(folder, 'en-gb')).toBe(before)
    expect(guide(folder, 'fr-fr')).toContain('10993')
    await runHere(['lint', '--fix'], folder)
    expect(guide(folder, 'en-gb')).toContain('10993')
    const { stdout } = await runHere(['sync', '--locale', 'fr-fr'], folder)
    expect(stdout).not.toContain('conflict')
    expect(stdout).toContain('fr-fr  100 % up to date\n')
  })

  test('a settings file that cannot be read is named, and nothing is written', async () => {
    const folder = await madeFolder()
    const before = guide(folder, 'fr-fr')
    writeFileSync(join(folder, 'guides/settings.yaml'), settings('tls: 99999'))
    const { code, stderr } = await runHere(['sync'], folder)
    expect(code).toBe(2)
    expect(stderr).toContain('guides/settings.yaml:4')
    expect(guide(folder, 'fr-fr')).toBe(before)
  })
})
