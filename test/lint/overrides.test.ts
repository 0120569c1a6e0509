import { expect, test } from 'vitest'
import { lintFiles } from '../support/corpus.ts'

const page = '---\ntitle: Mail\n---\n\n![](images/1.png)\n'
const files = {
  'mail/guide.en-gb.md': page,
  'old/mail/guide.en-gb.md': page,
  'mail/images/1.png': '',
  'old/mail/images/1.png': '',
}

/** Severity by the first folder, of what is found in it. */
function severitiesBy(yaml: string, only = ['image-alt']): Record<string, string> {
  return Object.fromEntries(
    lintFiles(files, only, yaml).map(({ path, severity }): [string, string] => [
      path.split('/')[0] ?? '',
      severity,
    ]),
  )
}

test.each([
  ['', { mail: 'warning', old: 'warning' }],
  ['overrides: [{ files: /old/, rules: { image-alt: error } }]', { mail: 'warning', old: 'error' }],
  ['overrides: [{ files: mail/, rules: { image-alt: info } }]', { mail: 'info', old: 'info' }],
  [
    'overrides: [{ files: "*.md", rules: { image-alt: error } }, { files: /old/, rules: { image-alt: info } }]',
    { mail: 'error', old: 'info' },
  ],
  [
    'rules: { image-alt: error }\noverrides: [{ files: /old/, rules: { image-alt: info } }]',
    { mail: 'error', old: 'info' },
  ],
])('%s', (yaml, expected) => {
  expect(severitiesBy(yaml)).toEqual(expected)
})

test('a rule can be off but for some files, or for some alone', () => {
  const found = (yaml: string): string[] =>
    lintFiles(files, undefined, yaml).flatMap(({ ruleId, path }) => (ruleId === 'image-alt' ? [path] : []))
  expect(found('overrides: [{ files: /old/, rules: { image-alt: off } }]')).toEqual(['mail/guide.en-gb.md'])
  expect(
    found('rules: { image-alt: off }\noverrides: [{ files: /old/, rules: { image-alt: warning } }]'),
  ).toEqual(['old/mail/guide.en-gb.md'])
})
