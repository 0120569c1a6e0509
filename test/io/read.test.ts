import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { defaultConfig } from '../../src/corpus/config.ts'
import { FactsReader } from '../../src/io/facts-reader.ts'
import { hashOf } from '../../src/text/edit.ts'
import { readCorpus, type CorpusOnDisk } from '../../src/io/read.ts'
import { plainFacts } from '../../src/markdown/facts-of.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hexapla-read-'))
})

const native = await FactsReader.open(defaultConfig)
const remark = await FactsReader.open({ ...defaultConfig, parser: 'remark' })
afterAll(async () => {
  await native.close()
  await remark.close()
})

function write(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
}

async function read(exclude: readonly string[] = []): Promise<CorpusOnDisk> {
  return readCorpus({ root, config: { ...defaultConfig, exclude }, reader: native })
}

describe('readCorpus', () => {
  test('follows ignore files and excludes, and knows the other files', async () => {
    write({
      'a/guide.fr-fr.md': 'A',
      'a/images/1.png': '',
      'b/guide.fr-fr.md': 'B',
      'c/guide.fr-fr.md': 'C',
      'd/guide.fr-fr.md': 'D',
      'd/.gitignore': 'guide.*\n',
      '.hexaplaignore': 'c/\n',
      'node_modules/x/guide.fr-fr.md': 'X',
    })
    const { corpus } = await read(['b/**'])
    expect([...corpus.documents.keys()]).toEqual(['a/guide.fr-fr.md'])
    expect(corpus.files.has('a/images/1.png')).toBe(true)
  })

  test('reads files of any size whole, one after the other', async () => {
    const sizes = [0, 1, 65_535, 65_536, 65_537, 300_000, 10]
    const texts = sizes.map((size, index) => 'line\n'.repeat(size / 5 + 1).slice(0, size - 1) + String(index))
    write(Object.fromEntries(texts.map((text, index) => [`${index}/guide.fr-fr.md`, text])))
    const { corpus } = await read()
    expect([...corpus.documents.values()].map(({ hash }) => hash)).toEqual(texts.map(hashOf))
  })

  test('tells guides, locales and types; files of no layout stand alone', async () => {
    write({ 'x/y/guide.pl-pl.md': 'A', 'x/product.fr-fr.md': 'B', 'README.md': 'C', 'notes.de-de.md': 'D' })
    const { corpus, strays } = await read()
    const told = [...corpus.documents.values()].map(({ path, guide, locale, type }) => [
      path,
      guide,
      locale,
      type,
    ])
    expect(told).toEqual([
      ['README.md', 'README', undefined, 'guide'],
      ['notes.de-de.md', 'notes.de-de', 'de-de', 'guide'],
      ['x/product.fr-fr.md', 'x', 'fr-fr', 'product'],
      ['x/y/guide.pl-pl.md', 'x/y', 'pl-pl', 'guide'],
    ])
    expect(strays).toEqual(['README.md', 'notes.de-de.md'])
  })

  test('keeps the order of paths, whatever is waited for', async () => {
    const dear = '*'.repeat(3) + '\u{1F600}**a**\n\n`{` ``x` {y}\n'
    write({
      'a/guide.fr-fr.mdx': dear,
      'b/guide.fr-fr.md': 'B',
      'c/guide.fr-fr.mdx': dear,
      'd/guide.fr-fr.md': 'D',
    })
    const heard: string[] = []
    const { corpus } = await readCorpus({
      root,
      config: defaultConfig,
      reader: native,
      onTree: ({ path }) => heard.push(path),
      progress: (done, all) => heard.push(`${done}/${all}`),
    })
    expect([...corpus.documents.keys()]).toEqual([
      'a/guide.fr-fr.mdx',
      'b/guide.fr-fr.md',
      'c/guide.fr-fr.mdx',
      'd/guide.fr-fr.md',
    ])
    expect(heard).toEqual(['b/guide.fr-fr.md', '1/4', 'd/guide.fr-fr.md', '2/4', '3/4', '4/4'])
  })

  test('refuses what is not UTF-8, and says where', async () => {
    write({ 'a/guide.fr-fr.md': Buffer.from([0x61, 0xc5, 0x82, 0xe9, 0x62]) })
    const { corpus } = await read()
    expect(corpus.documents.get('a/guide.fr-fr.md')?.facts.refused).toEqual({
      kind: 'encoding',
      byte: 3,
      range: { start: 2, end: 3 },
    })
  })

  test.skipIf(process.platform === 'win32')('does not follow links out of the root', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'hexapla-outside-'))
    writeFileSync(join(outside, 'secret.md'), 'secret')
    write({ 'a/guide.fr-fr.md': 'A' })
    symlinkSync(join(outside, 'secret.md'), join(root, 'a/guide.pl-pl.md'))
    symlinkSync(outside, join(root, 'b'))
    symlinkSync(join(root, 'a/guide.fr-fr.md'), join(root, 'a/guide.de-de.md'))
    const { corpus, textOf } = await read()
    expect([...corpus.documents.keys()]).toEqual(['a/guide.fr-fr.md', 'a/guide.pl-pl.md'])
    expect(corpus.documents.get('a/guide.pl-pl.md')?.facts.refused?.kind).toBe('link')
    expect(textOf('a/guide.pl-pl.md')).toBe('')
  })
})

describe('FactsReader', () => {
  test.each([
    ['Markdown', 'a.md', '## A\n\n[b](c) and https://d.e\n\n- [x] <b>\n'],
    ['MDX', 'a.mdx', "import A from 'a'\n\n<A>\n  text {1}\n</A>\n"],
    ['MDX that is none', 'a.mdx', '![](a){.b}\n'],
  ])('both parsers give the same facts of %s', async (_, path, text) => {
    expect(plainFacts(await native.read(text, path))).toEqual(await remark.read(text, path))
  })

  test('the event loop turns between many texts, so that what the parser left can go', async () => {
    let hasTurned = false
    setImmediate(() => (hasTurned = true))
    const text = 'word '.repeat(8000)
    for (let count = 0; count < 10; count++) await native.read(text, 'a.md')
    expect(hasTurned).toBe(true)
  })

  test(
    'what remark cannot read in time is refused, and the next text is read',
    { timeout: 20_000 },
    async () => {
      const reader = await FactsReader.open({ parser: 'remark', limits: { time: 2000 } })
      onTestFinished(() => reader.close())
      const facts = await reader.read('|a|b|c|\n'.repeat(100_000), 'a.md')
      expect(facts.refused).toMatchObject({ kind: 'limit', limit: 'time', allowed: 2000 })
      expect((await reader.read('## B', 'a.md')).headings).toHaveLength(1)
    },
  )

  test(
    'what remark has not the memory to read is refused, and the next text is read',
    { timeout: 20_000 },
    async () => {
      const limits = { memory: 24 * 1024 * 1024, time: 15_000 }
      const reader = await FactsReader.open({ parser: 'remark', limits })
      onTestFinished(() => reader.close())
      const facts = await reader.read('a *b* `c`\n\n'.repeat(80_000), 'a.md')
      expect(facts.refused).toMatchObject({ kind: 'limit', limit: 'memory', allowed: limits.memory })
      expect((await reader.read('## B', 'a.md')).headings).toHaveLength(1)
    },
  )
})
