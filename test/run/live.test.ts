import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FolderWatch } from '../../src/io/watch-folders.ts'
import type { Known } from '../../src/run/known.ts'
import { Live } from '../../src/run/live.ts'
import { lintFolder } from '../../src/run/run.ts'
import { configOf } from '../support/corpus.ts'

const files = {
  'mail/guide.en-gb.md': '---\ntitle: Mail\nslug: mail\n---\n\n## Ports\n\nText.\n\n![A](images/1.png)\n',
  'mail/guide.pl-pl.md':
    '---\ntitle: Poczta\nslug: poczta\n---\n\nTekst. \n\n[Porty](../phone/guide.en-gb.md#ports)\n',
  'mail/images/1.png': '',
  'phone/guide.en-gb.md': '---\ntitle: Phone\nslug: phone\n---\n\n## Ports\n\nText.\n',
}
const config = configOf('extends: strict\n')
let root = ''
let live: Live

function write(changes: Readonly<Record<string, string | undefined>>): void {
  for (const [path, text] of Object.entries(changes)) {
    const file = join(root, path)
    mkdirSync(dirname(file), { recursive: true })
    if (text === undefined) rmSync(file)
    else writeFileSync(file, text)
  }
}

function told({ documents, others }: Known): unknown {
  return JSON.parse(JSON.stringify([[...documents.values()].map(({ path, heard }) => [path, heard]), others]))
}

async function anew(): Promise<unknown> {
  return told(await lintFolder({ root, config, cache: undefined }))
}

beforeEach(async () => {
  root = mkdtempSync(join(realpathSync(tmpdir()), 'hexapla-live-test-'))
  write(files)
  live = await Live.open({ root, config, cache: undefined })
})
afterEach(async () => {
  await live.close()
  rmSync(root, { recursive: true })
})

describe('a live corpus knows what a run anew would find', { timeout: 60_000 }, () => {
  const phone = files['phone/guide.en-gb.md']
  const mail = files['mail/guide.en-gb.md']
  test.each<[string, Readonly<Record<string, string | undefined>>, string[]]>([
    ['a save without a change', { 'phone/guide.en-gb.md': phone }, []],
    ['a finding of its own', { 'phone/guide.en-gb.md': `${phone}\nText. \n` }, ['phone/guide.en-gb.md']],
    [
      'an anchor that another guide names',
      { 'phone/guide.en-gb.md': phone.replace('Ports', 'Servers') },
      ['mail/guide.pl-pl.md'],
    ],
    [
      'a slug that is taken',
      { 'phone/guide.en-gb.md': phone.replace('slug: phone', 'slug: mail') },
      ['mail/guide.en-gb.md', 'phone/guide.en-gb.md'],
    ],
    [
      'a picture that nobody shows any more',
      { 'mail/guide.en-gb.md': mail.replace(/!.*\n/, '') },
      ['mail/images/1.png'],
    ],
    [
      'another slug algorithm',
      { 'phone/guide.en-gb.md': '## Żółty port\n\n[x](#zolty-port) [y](#zolty-port)\n' },
      ['mail/guide.pl-pl.md'],
    ],
    [
      'a comment that silences',
      { 'mail/guide.pl-pl.md': `<!-- hexapla-disable-file -->\n\nText. \n\n[x](gone.md)\n` },
      ['mail/guide.pl-pl.md'],
    ],
    [
      'a date that a translation no longer agrees with',
      {
        'mail/guide.en-gb.md': mail.replace('slug: mail', 'slug: mail\nupdated: 2026-01-02'),
        'mail/guide.pl-pl.md': '---\ntitle: Poczta\nslug: poczta\nupdated: 2025-01-02\n---\n\nText. \n',
      },
      ['mail/guide.pl-pl.md'],
    ],
    ['a document that goes', { 'phone/guide.en-gb.md': undefined }, ['mail/guide.pl-pl.md']],
    ['a document that comes', { 'new/guide.en-gb.md': 'Text. \n' }, ['new/guide.en-gb.md']],
  ])('after %s', async (_, changes, touched) => {
    const first = told(live.known)
    expect(first).toEqual(await anew())
    const renewal = await live.renew(Object.keys(changes))
    expect([...renewal.touched]).toEqual([])
    write(changes)
    const after = await live.renew(Object.keys(changes))
    expect(told(after.known)).toEqual(await anew())
    expect([...after.touched].filter((path) => touched.includes(path))).toEqual(touched)
    write(files)
    for (const path of Object.keys(changes)) if (!(path in files)) write({ [path]: undefined })
    await live.renew(Object.keys(changes))
    expect(told(live.known)).toEqual(first)
  })

  test('where nobody told what was saved, when the root is named', async () => {
    const old = new Date(2020, 1, 1)
    utimesSync(join(root, 'phone/guide.en-gb.md'), old, old)
    await wait(100)
    const later = await Live.open({ root, config, cache: undefined })
    try {
      write({ 'phone/guide.en-gb.md': phone.replace('Ports', 'Servers') })
      expect((await later.renew([])).changed.size).toBe(0)
      const { known, changed } = await later.renew([''])
      expect([...changed]).toEqual(['phone/guide.en-gb.md'])
      expect(told(known)).toEqual(await anew())
    } finally {
      await later.close()
    }
  })

  test('though another run puts other facts into the cache', async () => {
    const cache = join(root, '.hexapla/cache')
    const cached = await Live.open({ root, config, cache })
    try {
      for (const name of readdirSync(cache)) if (name.endsWith('.facts')) writeFileSync(join(cache, name), '')
      write({ 'phone/guide.en-gb.md': phone.replace('Ports', 'Servers') })
      const { known } = await cached.renew(['phone/guide.en-gb.md'])
      expect(told(known)).toEqual(await anew())
    } finally {
      await cached.close()
    }
  })
})

test('a watch tells of saves, new files, and files that go, in the folders that it keeps to', async () => {
  const heard: string[] = []
  let wake = (): void => undefined
  const watch = new FolderWatch(root, (path) => {
    heard.push(path)
    wake()
  })
  const toHear = async (path: string): Promise<void> => {
    while (!heard.includes(path)) await new Promise<void>((resolve) => (wake = resolve))
    heard.length = 0
  }
  try {
    watch.keepTo(['', 'mail/', 'mail/images/'])
    write({ 'mail/guide.en-gb.md': 'a' })
    await toHear('mail/guide.en-gb.md')
    write({ 'mail/images/2.png': '' })
    await toHear('mail/images/2.png')
    write({ 'mail/images/2.png': undefined })
    await toHear('mail/images/2.png')
    mkdirSync(join(root, 'more'))
    await toHear('more')
    watch.keepTo(['more/'])
    write({ 'mail/guide.en-gb.md': 'b', 'more/guide.en-gb.md': 'c' })
    await toHear('more/guide.en-gb.md')
    expect(heard).not.toContain('mail/guide.en-gb.md')
  } finally {
    watch.close()
  }
})
