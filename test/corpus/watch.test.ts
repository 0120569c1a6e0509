import { describe, expect, test } from 'vitest'
import { Corpus } from '../../src/corpus/corpus.ts'
import type { DocumentIndex } from '../../src/corpus/document-index.ts'
import { corpusOf } from '../support/corpus.ts'

const files = {
  'mail/guide.en-gb.md': '---\nslug: mail\n---\n\n[a](../phone/guide.en-gb.md#ports) [b](gone.md)\n',
  'mail/images/1.png': '',
  'phone/guide.en-gb.md': '---\nslug: phone\n---\n\n## Ports\n\n![x](../mail/images/1.png)\n',
}
const bySlug: DocumentIndex = {
  name: 'slug',
  keysOf: ({ facts }) => facts.frontMatter?.fields.map(({ value }) => value) ?? [],
}

function pathsLookedAt(look: (corpus: Corpus) => unknown): string[] {
  const corpus = corpusOf(files)
  return [...corpus.watch(() => look(corpus)).looked].sort()
}

describe('a corpus tells what was looked at', () => {
  const [mail, phone] = ['mail/guide.en-gb.md', 'phone/guide.en-gb.md']
  test.each<[string, (corpus: Corpus) => unknown, string[]]>([
    ['nothing', ({ documents, guides }) => [documents.size, guides.size], []],
    ['facts', ({ documents }) => documents.get(phone)?.facts, [phone]],
    ['facts of a sibling', ({ guides }) => guides.get('mail')?.documents.get('en-gb')?.facts, [mail]],
    ['what a link leads to', (corpus) => resolveIn(corpus, 'gone.md'), ['mail/gone.md']],
    ['a file', (corpus) => resolveIn(corpus, 'images/1.png'), ['mail/images/1.png']],
    ['anchors, though they were known before', (corpus) => anchorsTwice(corpus), [phone]],
    ['keys of an index', (corpus) => corpus.documentsUnder(bySlug, 'phone'), ['slug\nphone']],
    ['the slug algorithm, which all share', ({ slugs }) => slugs, []],
  ])('%s', (_, look, expected) => {
    expect(pathsLookedAt(look)).toEqual(expected)
  })

  function resolveIn(corpus: Corpus, url: string): unknown {
    const from = corpus.documents.get(mail)
    return from && corpus.resolve(url, from)
  }

  function anchorsTwice(corpus: Corpus): unknown {
    const page = corpus.documents.get(phone)
    if (page) corpus.watch(() => corpus.anchorsOf(page))
    return page && corpus.anchorsOf(page)
  }
})

describe('an index', () => {
  test('finds documents by the keys that they give', () => {
    const corpus = corpusOf(files)
    expect(corpus.documentsUnder(bySlug, 'phone').map(({ path }) => path)).toEqual(['phone/guide.en-gb.md'])
    expect(corpus.documentsUnder(bySlug, 'gone')).toEqual([])
  })

  test('takes the keys that are known from before for granted', () => {
    const { config, documents, files: all } = corpusOf(files)
    const keysOf = (_: DocumentIndex, path: string): string[] | undefined =>
      path === 'mail/guide.en-gb.md' ? ['known'] : undefined
    const corpus = new Corpus(config, documents.values(), all, { keysOf })
    const found = ['known', 'mail', 'phone'].map((key) => corpus.documentsUnder(bySlug, key).length)
    expect(found).toEqual([1, 0, 1])
  })
})
