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
    ["a: 'b", 3],
    ['a: "b\nc: d\ne: f', 3],
    ['- a\n- b', undefined],
    ['a: 1\na: 2', 5],
  ])('%j cannot be read', (yaml, offset) => {
    const problem = readFacts(`---\n${yaml}\n---\n`).frontMatter?.problem
    expect(problem?.reason).toBeTruthy()
    if (offset !== undefined) expect(problem?.range.start).toBe(offset + 4)
  })
})

describe('TOML', () => {
  test.each([
    ['title = "Mail"', ['title string Mail @title=Mail']],
    ["title = 'Mail: settings'", ['title string Mail: settings @title=Mail: settings']],
    ['"title" = "M\\u0061il"', ['title string Mail @"title"=M\\u0061il']],
    ['order = 3', ['order number 3 @order=3']],
    ['hidden = true', ['hidden boolean true @hidden=true']],
    ['updated = 2026-11-24', ['updated date 2026-11-24 @updated=2026-11-24']],
    ['updated = "2026-11-24"', ['updated date 2026-11-24 @updated=2026-11-24']],
    ['title = """\nMail\n"""', ['title string Mail\n @title=\nMail\n']],
    ['routes.canonical = "/a"', ['routes.canonical string /a @routes.canonical=/a']],
    [
      "[routes]\ncanonical = '/a'\n[menu]\ncanonical = '/b'",
      [
        'routes map  @routes=',
        'routes.canonical string /a @canonical=/a',
        'menu map  @menu=',
        'menu.canonical string /b @canonical=/b',
      ],
    ],
    [
      'routes = { canonical = "/a" }',
      ['routes map  @routes={ canonical = "/a" }', 'routes.canonical string /a @canonical=/a'],
    ],
    ['tags = [\n"a",\n"b"]', ['tags list  @tags=[\n"a",\n"b"]']],
    ['[[menu]]\nname = "a"\n[[menu]]\nname = "b"', ['menu list  @menu=', 'menu list  @menu=']],
  ])('%s', (lines, expected) => {
    expect(fieldsOf(`+++\n${lines}\n+++\n`)).toEqual(expected)
  })

  test.each([
    ['title = \norder = 3', 0],
    ['a = 1\na = 2', 6],
    ['title', 0],
  ])('%j cannot be read', (toml, offset) => {
    const problem = readFacts(`+++\n${toml}\n+++\n`).frontMatter?.problem
    expect(problem?.reason).toBeTruthy()
    expect(problem?.range.start).toBe(offset + 4)
  })
})
