import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { runAlign } from '../../src/cli/align.ts'
import type { AlignReport } from '../../src/report/side-by-side.ts'
import { widthOf } from '../../src/text/width.ts'

const french = `---
title: Messagerie
---

## Les serveurs

Le serveur entrant écoute sur le port 993.

Ouvrez ensuite les paramètres de votre compte et notez-les.
`
const files = {
  'hexapla.config.yaml': 'source: fr-fr\nlocales: [fr-fr, pl-pl, ja-jp]\n',
  'mail/guide.fr-fr.md': french,
  'mail/guide.pl-pl.md': `---
title: Poczta
---

## Serwery

Serwer poczty przychodzącej nasłuchuje na porcie 993.

Ouvrez ensuite les paramètres de votre compte et notez-les.

- Czy to działa\u001b[31m?
`,
  'mail/guide.ja-jp.md':
    '---\ntitle: メール\n---\n\n## サーバー\n\n受信サーバーはポート 993 を使用します。\n',
  'phone/guide.fr-fr.md': '---\ntitle: Téléphone\n---\n\nUn seul paragraphe de sept mots ici.\n',
}
const cwd = mkdtempSync(join(tmpdir(), 'hexapla-locales-'))
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), text)
}

afterAll(() => {
  rmSync(cwd, { recursive: true })
})

describe('align', () => {
  test('pairs what stands for each other', async () => {
    const { stdout } = await runAlign('mail', { cwd, color: false, json: true, locale: 'pl-pl' })
    const { beads } = JSON.parse(stdout) as AlignReport
    const first = ({ text }: { text: string }): string => text.split(' ')[0] ?? ''
    expect(
      beads.map(({ form, source, target }) => [form, source.map(first).join(), target.map(first).join()]),
    ).toEqual([
      ['1-1', 'Les', 'Serwery'],
      ['1-1', 'Le', 'Serwer'],
      ['1-1', 'Ouvrez', 'Ouvrez'],
      ['0-1', '', 'Czy'],
    ])
    expect(beads[0]?.source[0]?.place.start).toEqual({ line: 5, column: 4, offset: french.indexOf('Les') })
  })

  test('shows them side by side, by the columns that they take', async () => {
    const { stdout } = await runAlign('mail/guide.fr-fr.md', { cwd, color: false, locale: 'ja-jp' })
    expect(stdout).toMatch(/^## Les serveurs +\d+ % +## サーバー$/m)
    const rows = stdout.split('\n')
    for (const row of rows) expect(widthOf(row)).toBeLessThanOrEqual(100)
    const { stdout: polish } = await runAlign('mail', { cwd, color: false, locale: 'pl-pl' })
    expect(polish).toContain('\\u{1b}[31m')
  })

  test.each([
    ['mial', { locale: 'pl-pl' }, 'Unexpected guide `mial`, expected `mail`'],
    [
      'mail',
      { locale: 'xx' },
      /^Unexpected locale for this guide `xx`, expected one of `fr-fr`, `ja-jp`, `pl-pl`$/,
    ],
    ['mail', { locale: 'pl-pl', with: 'de' }, 'Unexpected locale for this guide `de`'],
    [
      'mail',
      { locale: 'fr-fr' },
      'Unexpected `--locale fr-fr` beside itself, expected another locale, or `--with`',
    ],
    ['mail', {}, 'Unexpected command without `--locale`, expected one such as `--locale ja-jp`'],
  ])('%s %o', async (guide, options, message) => {
    await expect(runAlign(guide, { cwd, color: false, ...options })).rejects.toThrow(message)
  })
})
