import { readFileSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Packer } from '../../src/markdown/pack.ts'
import { packFacts, unpackFacts } from '../../src/markdown/packed-facts.ts'
import { cursorAt, unpack } from '../../src/markdown/unpack.ts'
import { readFacts } from '../support/corpus.ts'

function again(value: unknown): unknown {
  const packer = new Packer()
  packer.write(value)
  return unpack(cursorAt(Buffer.from(packer.bytes())))
}

describe('packing', () => {
  test.each([
    [[]],
    [{}],
    [''],
    [undefined],
    [[true, false, undefined, 0, 1, 127, 128, 16384, 2 ** 40, -1, 0.5]],
    [['words', 'words', 'słowa', '語', '\ud83d\ude00', '\ud83d', 'range', 'paragraph']],
    [{ start: 5, end: 9 }],
    [
      [
        { start: 5, end: 9 },
        { start: 2, end: 2 },
        { start: 700, end: 1000 },
      ],
    ],
    [{ start: 9, end: 5 }],
    [{ start: 1, end: 2, next: 3 }],
    [[{ a: 1, b: 2 }, { b: 2, a: 1 }, { a: 1 }]],
    [[{ '': 0 }, {}]],
  ])('%j comes back as it was', (value) => {
    expect(again(value)).toEqual(value)
  })

  test('so does anything that is plain data', () => {
    fc.assert(
      // Keys are the program’s own; none of them is this one.
      fc.property(
        fc.json({ stringUnit: 'binary' }).filter((json) => !json.includes('__proto__')),
        (json) => {
          const plain: unknown = JSON.parse(json, (_, each: unknown) => each ?? false)
          expect(again(plain)).toEqual(plain)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('bytes that no packer wrote are refused', () => {
    expect(() => unpack(cursorAt(Buffer.from([200])))).toThrow('Unexpected tag 200')
    expect(() => unpack(cursorAt(Buffer.from([])))).toThrow(RangeError)
  })
})

describe('packed facts', () => {
  const guides = resolve(import.meta.dirname, '../../guides')
  const files = readdirSync(guides, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.md'),
  )

  test('say what the facts say, in less room than the text', () => {
    expect(files.length).toBeGreaterThan(5)
    let [sizeOfTexts, sizeOfFacts] = [0, 0]
    for (const file of files) {
      const text = readFileSync(resolve(guides, file), 'utf8')
      const facts = readFacts(text, file)
      const packed = packFacts(facts)
      const { refused, syntaxError, frontMatter, headings, anchors, links, images, definitions, comments } =
        unpackFacts(packed)
      const told = { frontMatter, headings, anchors, links, images, definitions, comments }
      expect({ ...facts, ...told, refused, syntaxError }).toEqual(facts)
      sizeOfTexts += Buffer.byteLength(text)
      sizeOfFacts += packed.length
    }
    expect(sizeOfFacts).toBeLessThan(sizeOfTexts / 2)
  })

  test('that a text was refused, too', () => {
    const facts = readFacts('> '.repeat(500))
    expect(unpackFacts(packFacts(facts)).refused).toEqual(facts.refused)
    expect(facts.refused).toBeDefined()
  })

  test('what only a document’s own guide may see is not there', () => {
    expect(() => unpackFacts(packFacts(readFacts('Words.'))).segments).toThrow(
      'Unexpected look at the segments',
    )
  })
})
