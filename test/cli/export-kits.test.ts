import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCommand, folderOf, runCommand } from '../support/command.ts'

const config =
  'source: en-gb\nlocales: [en-gb, pl-pl, fr-fr]\nlayouts: ["guides/{guide}/{type}.{locale}.md"]\n'
const folder = folderOf({
  'hexapla.config.yaml': config,
  'guides/mail/guide.en-gb.md': '---\ntitle: Mail\n---\n\nUse port 993.\n\nAsk your provider.\n',
  'guides/mail/guide.pl-pl.md': '---\ntitle: Poczta\n---\n\nUżyj portu 993.\n\nAsk your provider.\n',
  'guides/abc/guide.en-gb.md': '# First\n\nword\n',
  'guides/gone/guide.pl-pl.md': 'Bez źródła.\n',
})

beforeAll(buildCommand, 120_000)
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

let round = 0
/** Every kit that comes out, by its path. */
async function kits(): Promise<Record<string, string>> {
  const output = `kits-${++round}`
  const words = ['export', 'guides', '--to', 'po', '--locale', 'pl-pl', 'fr-fr', '--output', output]
  const { code, stderr } = await runCommand(words, folder)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const names = readdirSync(join(folder, output), { recursive: true, encoding: 'utf8' })
  return Object.fromEntries(
    names
      .filter((name) => name.endsWith('.po'))
      .sort()
      .map((name) => [name, readFileSync(join(folder, output, name), 'utf8')]),
  )
}
const cache = join(folder, '.hexapla/cache/kits')

const changes: readonly (readonly [what: string, change: () => void])[] = [
  ['nothing', () => undefined],
  [
    'a source',
    () => {
      edit('guides/mail/guide.en-gb.md', 'your provider', 'us')
    },
  ],
  [
    'a target',
    () => {
      edit('guides/mail/guide.pl-pl.md', 'Ask your provider', 'Zapytaj nas')
    },
  ],
  [
    'a new target',
    () => {
      writeFileSync(join(folder, 'guides/abc/guide.fr-fr.md'), '# Premier\n\nmot\n')
    },
  ],
  [
    'the glossary',
    () => {
      writeFileSync(
        join(folder, 'guides/glossary.yaml'),
        'terms:\n  port:\n    words:\n      en-gb: port\n      pl-pl: port\n',
      )
    },
  ],
  [
    'the config',
    () => {
      edit('hexapla.config.yaml', '[en-gb, pl-pl, fr-fr]', '[en-gb, pl-pl, fr-fr, de-de]')
    },
  ],
  [
    'a cache that is damaged',
    () => {
      for (const name of readdirSync(cache)) edit(`.hexapla/cache/kits/${name}`, 'port', 'part')
    },
  ],
]

function edit(path: string, from: string, to: string): void {
  const file = join(folder, path)
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
}

test.each(changes)('a second export says what a first one does: %s changed', async (_, change) => {
  await kits()
  expect(readdirSync(cache).length).toBe(2)
  change()
  const again = await kits()
  rmSync(cache, { recursive: true })
  expect(again).toEqual(await kits())
  expect(Object.keys(again)).toEqual(['fr-fr/abc.po', 'fr-fr/mail.po', 'pl-pl/abc.po', 'pl-pl/mail.po'])
})
