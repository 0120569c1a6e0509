import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFlatFields } from '../../src/markdown/front-matter-flat.ts'
import { readYamlFields } from '../../src/markdown/front-matter-yaml.ts'

test.each<[content: string, isFlat: boolean]>([
  ['title: Configure mail\nupdated: 2026-11-24\nlegacy: 1346\nhidden: true\n', true],
  ['title: \'C’est: fini\'\nexcerpt: "#1 #2"\n', true],
  ['title: Konfiguracja konta e-mail: http://a.example/#b\n', false],
  ['title: http://a.example/#b\n', true],
  ['title: one\n\nexcerpt: two', true],
  ['title: one # not the title\n', false],
  ['title: one\n  two\n', false],
  ['title: yes\n', false],
  ['title: null\n', false],
  ['title: 007\n', false],
  ["title: 'it''s'\n", false],
  ['title: "a\\n"\n', false],
  ['title: one\ntitle: two\n', false],
  ['sidebar:\n  label: one\n\n  # more\n  order: 2\ntitle: two\n', true],
  ['a:\n  b:\n    c: d\n  e: f\n# end\n', true],
  ['a:\n  b:\n    c: d\n   e: f\n', false],
  ['a:\nb: c\n', false],
  ['a:\n  - b\n', false],
  ['a: b\n  c: d\n', false],
  ['title: a #b\n', false],
  ['title: a#b\n', true],
  ['title: [one]\n', false],
  ['title: one\r\n', false],
  ['- one\n', false],
  ['title: a:\n', false],
  ['title: one \n', true],
  ["tags: ['a: b', 'c']\ntitle: d\n", true],
  ["tags: ['a', b]\n", false],
  ['text: |-\n  # One\n  two: three\ntitle: four\n', true],
  ['m:\n  text: >-\n    One\n    two\n  title: three\n', true],
  ['text: |-\n  One\n', true],
  ['text: |-\n  One', true],
  ['text: |\n  One\n', false],
  ['text: >-\n  One\n\n  two\n', false],
  ['text: >-\n  One\n   two\n', false],
  ['text: |-\n  One \n', false],
  ['text: |-\n  One\n\ntitle: two\n', false],
  ['m:\n  text: |-\n    One\ntitle: two\n', false],
  ['text: |-\ntitle: two\n', false],
])('%j: %s', (content, isFlat) => {
  expect(readFlatFields(content, 4) !== undefined).toBe(isFlat)
})

test('what is read as flat is what YAML reads', () => {
  const word = fc.constantFrom(
    ...[
      'a',
      'title',
      'é',
      '日本',
      ' ',
      '  ',
      ':',
      ': ',
      '#',
      ' #',
      "'",
      '"',
      '-',
      '---',
      '...',
      '1',
      '0',
      '12',
      '1e3',
    ],
    ...[
      '0x1',
      'true',
      'False',
      'null',
      '~',
      'yes',
      '2026-11-24',
      '.',
      ',',
      '[',
      ']',
      '{',
      '}',
      '&',
      '*',
      '!',
      '|',
      '>',
      '%',
    ],
    ...[
      '@',
      '`',
      '\\',
      '\t',
      '\r',
      '\u00a0',
      '\u2028',
      '\ufeff',
      '😀',
      '?',
      '? ',
      '<<',
      '_',
      '+1',
      'inf',
      '.inf',
      'nan',
    ],
  )
  const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(''))
  const line = fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.constantFrom('a', 'b', 'c-d', '_e', 'true', 'y'), words)
        .map(([key, all]) => `${key}: ${all}`),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.constantFrom('f', 'g', 'h'), words).map(([key, all]) => `${key}: '${all}'`),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.constantFrom('i', 'j', 'k'), words).map(([key, all]) => `${key}: "${all}"`),
    },
    words,
    fc.constantFrom('', '# note', '  # note', 'm:', '  n:', 'o:', '  p: q', '    r: s', '  t: u', '  - v'),
    fc.constantFrom('w: |-', 'x: >-', '  w: >-', '  x: |-', '    One', '    two: three', '  four'),
    fc.constantFrom("q: ['a', 'b']", "  q: ['a']", 'z: []', "z: ['a' , 'b']", 'z: [a]', "z: ['a'] "),
  )
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
      const content = `${lines.join('\n')}\n`
      const fields = readFlatFields(content, 4)
      if (fields) expect({ fields }).toEqual(readYamlFields(content, 4))
    }),
    { numRuns: 2000 },
  )
})
