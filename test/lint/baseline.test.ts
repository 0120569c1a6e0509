import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { baselineOf, compareWith, renewed, shrunk, sizeOf, type Scope } from '../../src/lint/baseline.ts'
import { parseBaseline, printBaseline } from '../../src/lint/baseline-file.ts'
import type { Message } from '../../src/lint/message.ts'
import { lintFiles } from '../support/corpus.ts'

const all: Scope = { includes: () => true, hasRule: () => true }
const page = '---\ntitle: Mail\n---\n\n'
const legacy = `${page}## One\n\n![](a.png)\n\nThe the port.\n\n![](a.png)\n\n![](b.png)\n`

/** Findings of one guide of this text, and how to read it. */
function found(text: string, path = 'mail/guide.en-gb.md'): { messages: Message[]; textOf: () => string } {
  const messages = lintFiles({ [path]: text, 'mail/a.png': '', 'mail/b.png': '' }, [
    'image-alt',
    'repeated-words',
  ])
  return { messages, textOf: () => text }
}

const old = found(legacy)
const baseline = baselineOf(old.messages, old.textOf)

/** Fresh findings, and how many known ones are gone, beside the baseline of the legacy text. */
function compared(text: string): [fresh: string[], gone: number] {
  const { messages, textOf } = found(text)
  const { fresh, gone } = compareWith(baseline, messages, textOf, all)
  return [fresh.map(({ ruleId, place }) => `${place.start.line} ${ruleId}`), gone]
}

describe('beside its baseline', () => {
  test.each<[name: string, text: string, expected: ReturnType<typeof compared>]>([
    ['the same text', legacy, [[], 0]],
    ['lines before and between', legacy.replace('## One', 'A.\n\nB.\n\n## One'), [[], 0]],
    [
      'a paragraph that has moved',
      `${page}The the port.\n\n${legacy.slice(page.length).replace('The the port.\n\n', '')}`,
      [[], 0],
    ],
    ['something new', `${legacy}\n![](c.png)\n`, [['15 image-alt'], 0]],
    ['one more of the same', `${legacy}\n![](a.png)\n`, [['15 image-alt'], 0]],
    ['one mended', legacy.replace('The the', 'The'), [[], 1]],
    ['one of two equal ones mended', legacy.replace('![](a.png)', '![A](a.png)'), [[], 1]],
    [
      'one mended and another new',
      `${legacy.replace('The the', 'The')}\nOpen open it.\n`,
      [['15 repeated-words'], 1],
    ],
  ])('%s', (_, text, expected) => {
    expect(compared(text)).toEqual(expected)
  })

  test('it has no line numbers', () => {
    const text = printBaseline(baseline)
    expect(text).toMatch(
      /^\{\n {2}"version": 1,\n {2}"findings": \{\n {4}"mail\/guide\.en-gb\.md": \{\n {6}"image-alt": \{\n {8}"[0-9a-f]{16}": [12],\n/,
    )
    expect(sizeOf(baseline)).toBe(4)
  })
})

describe('renewing', () => {
  const { messages, textOf } = found(`${legacy.replace('The the', 'The')}\n![](c.png)\n`)

  test('takes in what is new, and lets go what is mended', () => {
    expect(sizeOf(renewed(baseline, messages, textOf, all))).toBe(4)
    expect(sizeOf(renewed(baseline, [], textOf, all))).toBe(0)
  })

  test('shrinking takes nothing in', () => {
    expect(sizeOf(shrunk(baseline, messages, textOf, all))).toBe(3)
  })

  test('leaves alone what was not looked at', () => {
    const elsewhere: Scope = { ...all, includes: (path) => path.startsWith('other/') }
    expect(sizeOf(renewed(baseline, [], textOf, elsewhere))).toBe(4)
    const oneRule: Scope = { ...all, hasRule: (id) => id === 'repeated-words' }
    expect(sizeOf(renewed(baseline, [], textOf, oneRule))).toBe(3)
    expect(compareWith(baseline, [], textOf, oneRule).gone).toBe(1)
  })
})

test('an empty place is known by its line', () => {
  const at = (offset: number): Message[] =>
    found(legacy)
      .messages.slice(0, 1)
      .map((message) => ({ ...message, range: { start: offset, end: offset } }))
  const first = 'One.\nTwo.\n'
  const base = baselineOf(at(5), () => first)
  const moved = 'New.\n\nTwo.\nOne.\n'
  expect(compareWith(base, at(6), () => moved, all).fresh).toEqual([])
  expect(compareWith(base, at(12), () => moved, all).fresh.length).toBe(1)
})

test('the file says what was recorded, in one way', () => {
  const path = fc.constantFrom('a.md', 'b/c.md', 'ż.md', '"\n')
  const rule = fc.constantFrom('image-alt', 'remark/x', 'constructor')
  const hash = fc.constantFrom('00', 'ff', 'a0')
  const some = fc.dictionary(
    path,
    fc.dictionary(rule, fc.dictionary(hash, fc.integer({ min: 1, max: 9 }), { minKeys: 1 }), { minKeys: 1 }),
  )
  fc.assert(
    fc.property(some, (record) => {
      const made = new Map(
        Object.entries(record).map(([name, byRule]) => [
          name,
          new Map(Object.entries(byRule).map(([id, counts]) => [id, new Map(Object.entries(counts))])),
        ]),
      )
      const text = printBaseline(made)
      const read = parseBaseline(text)
      expect('baseline' in read && printBaseline(read.baseline)).toBe(text)
      expect('baseline' in read && sizeOf(read.baseline)).toBe(sizeOf(made))
    }),
  )
})

test.each([
  ['<<<<<<< ours\n{}\n', /^Unexpected text, expected JSON/],
  ['{"version":2,"findings":{}}', 'Unexpected `version`, expected what the program writes'],
  [
    '{"version":1,"findings":{"a":{"b":{"c":0}}}}',
    'Unexpected `findings.a.b.c`, expected what the program writes',
  ],
])('%s is no baseline', (text, problem) => {
  const result = parseBaseline(text)
  expect('problem' in result ? result.problem : '').toMatch(problem)
})
