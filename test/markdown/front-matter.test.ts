import { describe, expect, test } from 'vitest'
import { readFacts } from '../support/corpus.ts'

function fieldsOf(text: string): string[] {
  const fields = readFacts(text).frontMatter?.fields ?? []
  return fields.map(({ key, type, value, keyRange, valueRange }) => {
    const places = [keyRange, valueRange].map(({ start, end }) => text.slice(start, end)).join('=')
    return `${key} ${type} ${value} @${places}`
  })
}

describe('YAML', () => {
  test.each([
    ['title: Mail', 'title string Mail @title=Mail'],
    ["title: 'Mail: settings'", 'title string Mail: settings @title=Mail: settings'],
    ['order: 3', 'order number 3 @order=3'],
    ['hidden: true', 'hidden boolean true @hidden=true'],
    ['updated: 2026-11-24', 'updated date 2026-11-24 @updated=2026-11-24'],
    ['excerpt:', 'excerpt null  @excerpt='],
  ])('%s', (line, expected) => {
    expect(fieldsOf(`---\n${line}\n---\n`)).toEqual([expected])
  })

  test('maps within, lists, words over several lines', () => {
    expect(
      fieldsOf('---\nroutes:\n  canonical: /a\ntags: [a, b]\nexcerpt: >-\n  one\n  two\n---\n').map(
        (each) => each.split(' @')[0],
      ),
    ).toEqual(['routes map ', 'routes.canonical string /a', 'tags list ', 'excerpt string one two'])
  })

  test.each([
    ['a: b: c', 'a: b: c'.indexOf('b')],
    ["a: 'b", undefined],
    ['- a\n- b', undefined],
    ['a: 1\na: 2', 5],
  ])('%j cannot be read', (yaml, offset) => {
    const problem = readFacts(`---\n${yaml}\n---\n`).frontMatter?.problem
    expect(problem?.reason).toBeTruthy()
    if (offset !== undefined) expect(problem?.range.start).toBe(offset + 4)
  })
})

describe('TOML', () => {
  test('fields with their places', () => {
    expect(
      fieldsOf('+++\ntitle = "Mail"\norder = 3\nupdated = 2026-11-24\n[routes]\ncanonical = \'/a\'\n+++\n'),
    ).toEqual([
      'title string Mail @title=Mail',
      'order number 3 @order=3',
      'updated date 2026-11-24 @updated=2026-11-24',
      'routes map  @[routes]=',
      'routes.canonical string /a @canonical=/a',
    ])
  })

  test('what cannot be read says so', () => {
    expect(readFacts('+++\ntitle = \n+++\n').frontMatter?.problem?.reason).toMatch(/TOML/)
  })
})
