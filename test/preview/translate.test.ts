import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BesideView } from '../../src/preview/beside-view.ts'
import type { MatchesView } from '../../src/preview/match-view.ts'
import type { TranslateView } from '../../src/preview/translate-view.ts'
import { buildCommand } from '../support/command.ts'
import { post, send, serve, type Served } from './served.ts'

const source =
  '---\r\ntitle: Mail\r\n---\r\n\r\n## Ports\r\n\r\nOpen the [panel](https://example.com/a) and enter port 993 there.\r\n\r\n- Your name\r\n- The password of this address\r\n'
const target =
  '---\r\ntitle: Poczta\r\n---\r\n\r\n## Porty\r\n\r\nOpen the [panel](https://example.com/a) and enter port 993 there.\r\n\r\n- Nazwa\r\n- The password of this address\r\n'
const path = 'mail/guide.pl-pl.md'
const ledger = '.hexapla/ledger/pl-pl/mail.jsonl'

let served: Served

beforeEach(async () => {
  buildCommand()
  served = await serve({ 'mail/guide.en-gb.md': source, [path]: target })
}, 120_000)

afterEach(async () => {
  await served.close()
})

const look = async (of = path): Promise<TranslateView> =>
  JSON.parse(
    (await send(served.server, `/api/translate?path=${encodeURIComponent(of)}`)).body,
  ) as TranslateView

const text = (): string => readFileSync(join(served.root, path), 'utf8')

async function save(
  words: string,
  about: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Record<string, string>> {
  const view = await look()
  const unit = view.units.find((each) => each.source.text.includes(about))?.id ?? ''
  return post(served.server, 'segment', {
    path,
    hash: view.target.hash,
    sourceHash: view.source.hash,
    unit,
    words,
    ...more,
  })
}

async function matchesFor(about: string): Promise<MatchesView['matches']> {
  const unit = (await look()).units.find((each) => each.source.text.includes(about))?.id ?? ''
  const query = new URLSearchParams({ path, unit })
  const { body } = await send(served.server, `/api/matches?${query.toString()}`)
  return (JSON.parse(body) as MatchesView).matches
}

describe('what was translated before', () => {
  const other = { en: 'phone/guide.en-gb.md', pl: 'phone/guide.pl-pl.md' }
  const write = async (files: Readonly<Record<string, string>>): Promise<void> => {
    for (const [file, words] of Object.entries(files)) {
      mkdirSync(dirname(join(served.root, file)), { recursive: true })
      writeFileSync(join(served.root, file), words)
    }
    await served.live.refresh(Object.keys(files))
  }

  test('is found in other guides, the likest first, and again when it changes', async () => {
    expect(await matchesFor('password')).toEqual([])
    const words = 'The password of this mailbox\n\nThe password of this address\n'
    await write({ [other.en]: words, [other.pl]: 'Hasło do tej skrzynki\n\nHasło do tego adresu\n' })
    const alike = {
      percent: 75,
      kind: 'fuzzy',
      guide: 'phone',
      words: 'Hasło do tej skrzynki',
      difference: [
        ['same', 'The password of this '],
        ['removed', 'mailbox'],
        ['added', 'address'],
      ],
    }
    const same = { percent: 100, kind: 'exact', guide: 'phone', words: 'Hasło do tego adresu' }
    expect(await matchesFor('password')).toMatchObject([same, alike])
    await write({ [other.pl]: 'Hasło do tej skrzynki\n\nHasło tego adresu\n' })
    expect(await matchesFor('password')).toMatchObject([{ ...same, words: 'Hasło tego adresu' }, alike])
    for (const file of Object.values(other)) rmSync(join(served.root, file))
    await served.live.refresh(Object.values(other))
    expect(await matchesFor('password')).toEqual([])
  })

  test('what the source has moved on from is no match', async () => {
    await save('Hasło do tego adresu', 'password')
    const moved = source.replace('The password of this address', 'The new password of this mailbox')
    const twice = moved.replace('- Your name', '- Your name\r\n- The new password of this mailbox')
    await write({ 'mail/guide.en-gb.md': twice })
    expect(await matchesFor('new password')).toEqual([])
  })

  test('of a segment that is not there nothing is known', async () => {
    const query = new URLSearchParams({ path, unit: 'u0' })
    expect((await send(served.server, `/api/matches?${query.toString()}`)).status).toBe(404)
  })
})

describe('translating', () => {
  test('it shows what waits for words', async () => {
    const { units } = await look()
    expect(units.filter(({ state }) => state === 'untranslated').map((each) => each.source.text)).toEqual([
      'Open the <1>panel</1> and enter port 993 there.',
      'The password of this address',
    ])
  })

  test('saved words are one splice in the file, and a line in the ledger', async () => {
    const words = 'Otwórz <1>panel</1> i wpisz tam port 993.'
    expect(await save(words, 'panel')).toMatchObject({ kind: 'written' })
    expect(text()).toBe(
      target.replace(
        'Open the [panel](https://example.com/a) and enter port 993 there.',
        'Otwórz [panel](https://example.com/a) i wpisz tam port 993.',
      ),
    )
    const lines = readFileSync(join(served.root, ledger), 'utf8').trim().split('\n')
    expect(lines).toHaveLength(1)
    const { units } = await look()
    expect(units.find(({ source: { text: own } }) => own.includes('panel'))?.state).toBe('translated')
  })

  test('what is taken back is as it was, ledger and all', async () => {
    const { undo } = await save('Hasło do tego adresu', 'password')
    expect(await post(served.server, 'undo', { step: undo })).toMatchObject({ kind: 'written' })
    expect(text()).toBe(target)
    expect(existsSync(join(served.root, ledger))).toBe(false)
  })

  test('what another run has recorded since is not written over', async () => {
    const { undo } = await save('Hasło do tego adresu', 'password')
    const [written, file] = [text(), join(served.root, ledger)]
    const recorded = `${readFileSync(file, 'utf8')}{"synced":"${'a'.repeat(40)}"}\n`
    writeFileSync(file, recorded)
    expect(await post(served.server, 'undo', { step: undo })).toMatchObject({ kind: 'conflict' })
    expect(text()).toBe(written)
    expect(readFileSync(file, 'utf8')).toBe(recorded)
  })

  test('when the source moves on, what was recorded of it is fuzzy', async () => {
    await save('Hasło do tego adresu', 'password')
    writeFileSync(
      join(served.root, 'mail/guide.en-gb.md'),
      source.replace('The password of this address', 'The new password of this mailbox'),
    )
    await served.live.refresh(['mail/guide.en-gb.md'])
    const { units } = await look()
    const unit = units.find(({ source: { text: own } }) => own.includes('password'))
    expect(unit?.state).toBe('fuzzy')
    const change = [
      ['same', 'The '],
      ['added', 'new '],
      ['same', 'password of this '],
      ['removed', 'address'],
      ['added', 'mailbox'],
    ]
    expect(unit?.change).toEqual(change)
    const beside = await send(served.server, `/api/beside?path=${encodeURIComponent(path)}`)
    const { rows } = JSON.parse(beside.body) as BesideView
    expect(rows.flatMap((row) => row.source.flatMap((part) => (part.change ? [part.change] : [])))).toEqual([
      change,
    ])
  })

  test.each([
    ['markup that is lost', 'Otwórz panel i wpisz port 993.', 'panel'],
    ['another number', 'Otwórz <1>panel</1> i wpisz port 995.', 'panel'],
    ['no words', '  ', 'password'],
    ['words that would be a list', '- Hasło do tego adresu', 'password'],
    ['a link of its own', 'Hasło [tu](https://evil.example)', 'password'],
  ])('nothing is written with %s', async (_, words, about) => {
    expect(await save(words, about)).toMatchObject({ kind: 'refused' })
    expect(text()).toBe(target)
    expect(existsSync(join(served.root, ledger))).toBe(false)
  })

  test('nothing is written over what has changed meanwhile', async () => {
    const { target: shown, source: from, units } = await look()
    const unit = units.find((each) => each.source.text.includes('password'))?.id ?? ''
    const other = target.replace('Nazwa', 'Imię')
    writeFileSync(join(served.root, path), other)
    const given = { path, hash: shown.hash, sourceHash: from.hash, unit, words: 'Hasło do tego adresu' }
    expect(await post(served.server, 'segment', given)).toMatchObject({ kind: 'conflict' })
    expect(text()).toBe(other)
  })

  test('a source is not translated', async () => {
    const view = await look('mail/guide.en-gb.md')
    expect(view.units).toEqual([])
    expect(view.refused).toContain('source')
  })
})
