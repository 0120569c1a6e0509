import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { listFiles } from '../../src/io/files.ts'

const root = mkdtempSync(join(tmpdir(), 'hexapla-files-'))
const files = {
  'a.md': '',
  'a/b.md': '',
  'a/node_modules/x.md': '',
  'a/.hidden/x.md': '',
  'a-b.md': '',
  'drafts/old/x.md': '',
  'drafts/x.md': '',
  'out/.gitignore': '/made\n*.tmp.md\n',
  'out/made/x.md': '',
  'out/kept/made/x.md': '',
  'out/x.tmp.md': '',
}
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

const all = ['a-b.md', 'a.md', 'a/b.md', 'drafts/old/x.md', 'drafts/x.md', 'out/kept/made/x.md']

/** Patterns as in a `.gitignore`. */
test.each([
  [[], all],
  [['drafts/'], all.filter((path) => !path.startsWith('drafts/'))],
  [['drafts/**'], all.filter((path) => !path.startsWith('drafts/'))],
  [['/drafts'], all.filter((path) => !path.startsWith('drafts/'))],
  [['drafts/*', '!drafts/old'], all.filter((path) => path !== 'drafts/x.md')],
  [['*'], []],
  [['/*', '!/a/'], ['a/b.md']],
  [['x.md'], ['a-b.md', 'a.md', 'a/b.md']],
  [['/x.md'], all],
])('the files without %j, in the order of their paths', (exclude, expected) => {
  const paths = listFiles(root, exclude).map(({ path }) => path)
  expect(paths).toEqual(expected)
  expect(paths).toEqual([...paths].sort())
})
