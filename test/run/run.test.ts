import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { defaultConfig, type Config } from '../../src/corpus/config.ts'
import { FactsReader } from '../../src/io/facts-reader.ts'
import { readCorpus } from '../../src/io/read.ts'
import { partsOf } from '../../src/l10n/part.ts'
import type { Message } from '../../src/lint/message.ts'
import { rules } from '../../src/lint/rules/index.ts'
import { lint } from '../../src/lint/run.ts'
import { selectRules } from '../../src/lint/selection.ts'
import type { Known } from '../../src/run/known.ts'
import type { RunRequest } from '../../src/run/request.ts'
import { lintFolder } from '../../src/run/run.ts'
import { configOf, readFacts } from '../support/corpus.ts'

const files = {
  'mail/guide.en-gb.md':
    '---\ntitle: Mail\nslug: mail\n---\n\n## Ports\nText. \n\n[a](../phone/guide.en-gb.md#ports) ![](images/1.png)\n',
  'mail/guide.pl-pl.md': '---\ntitle: Poczta\nslug: poczta\n---\n\n[b](../phone/guide.en-gb.md#gone)\n',
  'mail/images/1.png': '',
  'mail/images/2.png': '',
  'mail/images/3.png': '',
  'phone/guide.en-gb.md':
    '---\ntitle: Phone\nslug: phone\n---\n\n## Ports\n\n<!-- hexapla-disable-next-line image-alt, link-target -->\n![](../mail/images/3.png) [c](gone.md)\n',
  'phone/guide.pl-pl.md': '---\ntitle: Telefon\nslug: telefon\n---\n\n[d](../mail/guide.pl-pl.md)\n',
}

let root = ''
let cache = ''
const config: Config = configOf('extends: strict\n')

function write(changes: Readonly<Record<string, string | undefined>>): void {
  for (const [path, text] of Object.entries(changes)) {
    const file = join(root, path)
    mkdirSync(dirname(file), { recursive: true })
    if (text === undefined) rmSync(file)
    else writeFileSync(file, text)
  }
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hexapla-run-'))
  cache = join(root, '.hexapla/cache')
  write(files)
})

/** What a run says, as plain data. */
async function run(request: Partial<RunRequest> = {}): Promise<unknown> {
  return told(await lintFolder({ root, config, cache, ...request }))
}

function told({ documents, others, slugs }: Known): unknown {
  const messages = [...[...documents.values()].flatMap(({ heard }) => heard), ...others]
  return plain({ slugs, messages: byPath(messages) })
}

function byPath(messages: readonly Message[]): Message[] {
  return [...messages].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

/** The same from the corpus as a whole, in memory. */
async function inMemory(): Promise<unknown> {
  const reader = await FactsReader.open(config)
  try {
    const { corpus, textOf } = await readCorpus({ root, config, reader })
    const known = rules.map(({ id }) => id)
    const messages = lint({ corpus, textOf, rules: selectRules(rules, config), known })
    return plain({ slugs: corpus.slugs, messages: byPath(messages) })
  } finally {
    await reader.close()
  }
}

describe('a run with a memory says what one in memory says', () => {
  test('cold, warm, and in threads', async () => {
    const expected = await inMemory()
    expect((expected as { messages: unknown[] }).messages.length).toBeGreaterThan(3)
    expect(await run({ threads: 0 })).toEqual(expected)
    expect(await run()).toEqual(expected)
    expect(await run()).toEqual(expected)
    expect(await run({ cache: undefined })).toEqual(expected)
    for (const threads of [1, 2, 4]) expect(await run({ cache: undefined, threads })).toEqual(expected)
  })

  const mail = files['mail/guide.en-gb.md']
  const phone = files['phone/guide.en-gb.md']
  test.each<[string, Readonly<Record<string, string | undefined>>]>([
    ['words change', { 'mail/guide.en-gb.md': `${mail}\nMore. \n` }],
    ['an anchor goes', { 'phone/guide.en-gb.md': phone.replace('## Ports', '## Servers') }],
    ['an anchor comes', { 'phone/guide.en-gb.md': `${phone}\n## Gone\n` }],
    ['a slug is taken twice', { 'mail/guide.en-gb.md': mail.replace('slug: mail', 'slug: phone') }],
    ['a picture is shown no more', { 'mail/guide.en-gb.md': mail.replace('![](images/1.png)', '') }],
    ['a picture is mentioned elsewhere', { 'phone/guide.pl-pl.md': '---\ntitle: T\nicon: 2.png\n---\n' }],
    ['a document comes', { 'phone/gone.md': '---\ntitle: Gone\n---\n' }],
    ['a document goes', { 'phone/guide.en-gb.md': undefined }],
    ['a picture goes', { 'mail/images/1.png': undefined }],
    ['a suppression goes', { 'phone/guide.en-gb.md': phone.replace(/<!--.*-->/, '') }],
    ['a file cannot be read', { 'phone/guide.en-gb.md': '> '.repeat(500) }],
    [
      'the slug algorithm changes',
      { 'phone/guide.en-gb.md': '## Żółty port\n\n[x](#zolty-port) [y](#zolty-port)\n' },
    ],
  ])('after %s', async (_, changes) => {
    const first = await run()
    write(changes)
    const expected = await inMemory()
    expect(expected).not.toEqual(first)
    expect(await run()).toEqual(expected)
    expect(await run()).toEqual(expected)
    write(files)
    expect(await run()).toEqual(await inMemory())
  })

  test('after a ledger changes', async () => {
    const own = configOf('source: en-gb\n')
    const ledger = '.hexapla/ledger/pl-pl/mail.jsonl'
    const line = { source: '0'.repeat(16), context: '3e9a1e7a', target: '1'.repeat(16), blob: '' }
    const stale = async (): Promise<number> => {
      const { documents } = await lintFolder({ root, config: own, cache })
      return [...documents.values()].flatMap(({ heard }) => heard).filter(isStale).length
    }
    const isStale = ({ ruleId }: Message): boolean => ruleId === 'translation-stale'
    const titles = partsOf(readFacts(files['mail/guide.pl-pl.md']), files['mail/guide.pl-pl.md'])
    const recorded = `${JSON.stringify({ ...line, context: '', target: titles[0]?.hash })}\n`
    expect(await stale()).toBe(0)
    write({ [ledger]: recorded })
    expect(await stale()).toBe(1)
    expect(await stale()).toBe(1)
    utimesSync(join(root, ledger), 1, 1)
    expect(await stale()).toBe(1)
    write({ [ledger]: `${JSON.stringify(line)}\n` })
    expect(await stale()).toBe(0)
    write({ [ledger]: undefined })
    expect(await stale()).toBe(0)
  })

  test('for the rules that were asked for alone', async () => {
    await run()
    const { messages } = (await run({ only: ['image-alt'] })) as { messages: Message[] }
    expect(new Set(messages.map(({ ruleId }) => ruleId))).toEqual(new Set(['image-alt']))
  })

  test('whatever happened to the memory', async () => {
    const expected = await inMemory()
    await run()
    const names = readdirSync(cache).filter((name) => !name.startsWith('.'))
    expect(names.map((name) => name.split('.').at(-1)).sort()).toEqual(['facts', 'known'])
    for (const name of names) {
      const whole = readFileSync(join(cache, name))
      for (let part = 0; part < 8; part++) {
        truncateSync(join(cache, name), Math.floor((whole.length * part) / 8))
        write({ 'mail/guide.en-gb.md': `${files['mail/guide.en-gb.md']}${'\n'.repeat(part)}` })
        expect(await run()).toEqual(await inMemory())
      }
    }
    write(files)
    expect(await run()).toEqual(expected)
  })
})

test('its own help centre is as clean as in memory', async () => {
  const home = resolve(import.meta.dirname, '../..')
  cpSync(join(home, 'guides'), join(root, 'guides'), { recursive: true })
  const own = { ...defaultConfig, slugs: 'auto' as const }
  const reader = await FactsReader.open(own)
  const { corpus, textOf } = await readCorpus({ root, config: own, reader })
  const expected = lint({ corpus, textOf, rules: selectRules(rules, own), known: rules.map(({ id }) => id) })
  await reader.close()
  const { documents, others } = await lintFolder({ root, config: own, cache, threads: 2 })
  const messages = [...[...documents.values()].flatMap(({ heard }) => heard), ...others]
  expect(plain(byPath(messages))).toEqual(plain(byPath(expected)))
})

test('how translations go beside their sources is remembered guide by guide, and changes nothing that is said', async () => {
  const own = configOf('extends: strict\nsource: en-gb\n')
  // Pairs that this process has not aligned yet: such it need not look up.
  for (const path of ['mail/guide.pl-pl.md', 'phone/guide.pl-pl.md'] as const)
    write({ [path]: `${files[path]}\nJeszcze jeden akapit.\n` })
  const first = await run({ config: own })
  const beads = readdirSync(join(cache, 'beads'))
  expect(beads).toHaveLength(2)
  const contents = beads.map((name) => readFileSync(join(cache, 'beads', name), 'utf8'))
  // Other rules look at everything anew, and find the beads where they were left.
  expect(await run({ config: own, only: rules.map(({ id }) => id) })).toEqual(first)
  expect(beads.map((name) => readFileSync(join(cache, 'beads', name), 'utf8'))).toEqual(contents)
  rmSync(cache, { recursive: true })
  expect(await run({ config: own, cache: undefined })).toEqual(first)
})
