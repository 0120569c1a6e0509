import { spawn, type ChildProcess } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { SourceView } from '../../src/preview/document-view.ts'
import type { Overview } from '../../src/preview/overview.ts'
import type { SettingsView } from '../../src/preview/settings-view.ts'
import { buildCommand, folderOf, runCommand } from '../support/command.ts'

const main = resolve(import.meta.dirname, '../../dist/cli/main.js')
const english = 'guides/mail/guide.en-gb.md'
const polish = 'guides/mail/guide.pl-pl.md'
const settings = `services:
  mail:
    name: Mail
    endpoints:
      imap: { host: imap.example.com, ports: { tls: 993, starttls: 143 } }
`
const config = 'source: en-gb\nsettings: guides/settings.yaml\nglossary: guides/glossary.yaml\n'
const files = {
  'hexapla.config.yaml': config,
  'guides/settings.yaml': settings,
  'guides/glossary.yaml': 'keep: [Outlook]\n',
  [english]:
    '---\ntitle: Mail\n---\n\n## IMAP\n\nThe server of incoming mail listens at port 993.\n\nOpen the programme that you read your mail with.\n',
  [polish]:
    '---\ntitle: Poczta\n---\n\n## IMAP\n\nSerwer poczty przychodzącej nasłuchuje na porcie 993.\n\nOtwórz program, w którym czytasz pocztę.\n',
}

let folder = ''
let child: ChildProcess | undefined
let url = ''

beforeAll(buildCommand, 120_000)
afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Starts a preview of the files; its server's address is the first line that it prints. */
async function start(): Promise<void> {
  folder = folderOf(files)
  const { stdout } = (child = spawn(process.execPath, [main, 'preview'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  }))
  url = await new Promise((done) => {
    stdout.setEncoding('utf8').once('data', (line: string) => {
      done(line.trim())
    })
  })
}

function save(path: string, change: (text: string) => string): void {
  writeFileSync(join(folder, path), change(files[path as keyof typeof files]))
}

async function view<View>(name: string): Promise<View> {
  return (await (await fetch(`${url}api/${name}`)).json()) as View
}

const stateOfPolish = async (): Promise<string | undefined> => {
  const { locales, guides } = await view<Overview>('overview')
  return guides[0]?.cells[locales.indexOf('pl-pl')]?.state
}

const rulesFor = async (path: string): Promise<string[]> => {
  const { findings } = await view<SourceView>(`source?path=${encodeURIComponent(path)}`)
  return findings.map(({ ruleId }) => ruleId)
}

/** Longer than anything takes on a machine with much else to do. */
const patience = { timeout: 30_000 }

describe('an open preview follows', { timeout: 120_000 }, () => {
  test('what a sync in another terminal records', async () => {
    await start()
    expect(await stateOfPolish()).toBe('complete')
    expect((await runCommand(['sync'], folder)).code).toBe(0)
    save(english, (text) => text.replace('read your mail', 'read and write your letters'))
    await expect.poll(stateOfPolish, patience).toBe('stale')
    await runCommand(['sync', '--accept'], folder)
    await expect.poll(stateOfPolish, patience).toBe('complete')
    rmSync(join(folder, '.hexapla/ledger'), { recursive: true })
    await expect.poll(stateOfPolish, patience).toBe('complete')
  })

  test('the settings file', async () => {
    await start()
    expect(await rulesFor(polish)).toEqual([])
    save('guides/settings.yaml', (text) => text.replace('993', '994'))
    await expect.poll(() => rulesFor(polish), patience).toContain('settings-value')
    const { services } = await view<SettingsView>('settings')
    expect(JSON.stringify(services)).toContain('"994"')
  })

  test('the glossary', async () => {
    await start()
    expect(await rulesFor(english)).toEqual([])
    save(
      'guides/glossary.yaml',
      (text) => `${text}terms: { program: { words: { en-gb: program }, avoid: { en-gb: programme } } }\n`,
    )
    await expect.poll(() => rulesFor(english), patience).toEqual(['terms'])
  })

  test('the config; where it cannot be used, this is said, and the one before holds', async () => {
    await start()
    save('hexapla.config.yaml', (text) => `${text}locales: [en-gb, pl-pl, de-de]\n`)
    await expect.poll(async () => (await view<Overview>('overview')).totals.length, patience).toBe(2)
    await expect.poll(() => rulesFor(english), patience).toEqual(['translation-missing'])
    save('hexapla.config.yaml', () => 'sauce: en-gb\n')
    const trouble = async (): Promise<string | undefined> => (await view<Overview>('overview')).trouble
    await expect.poll(trouble, patience).toContain('sauce')
    expect(await rulesFor(english)).toEqual(['translation-missing'])
    save('hexapla.config.yaml', (text) => text)
    await expect.poll(trouble, patience).toBeUndefined()
    expect(await rulesFor(english)).toEqual([])
  })
})
