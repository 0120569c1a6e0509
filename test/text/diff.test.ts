import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unifiedDiff } from '../../src/text/diff.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'diff-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

interface Change {
  readonly path: string
  readonly before: string
  readonly after: string
}

/** What `git apply` makes of the files, all patches in one. */
function applied(changes: readonly Change[]): string[] {
  for (const { path, before } of changes) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), before)
  }
  const input = changes.map(({ path, before, after }) => unifiedDiff(path, before, after)).join('')
  const settings = ['-c', 'core.autocrlf=false', '-c', 'apply.whitespace=nowarn']
  execFileSync('git', [...settings, 'apply', '-'], { cwd: folder, input, stdio: 'pipe' })
  return changes.map(({ path }) => readFileSync(join(folder, path), 'utf8'))
}

const lines = (count: number, change: (line: number) => string = () => ''): string =>
  Array.from({ length: count }, (_, index) => `line ${index}${change(index)}\n`).join('')

describe('git apply takes the diff and gives the exact text', () => {
  const texts: readonly (readonly [name: string, before: string, after: string])[] = [
    ['a changed line', 'a\nb\nc\n', 'a\nB\nc\n'],
    ['changes far apart', lines(60), lines(60, (line) => (line % 25 === 3 ? '!' : ''))],
    ['Windows line ends', 'a\r\nb\r\nc\r\n', 'a\r\nB\r\nc\r\n'],
    ['line ends themselves', 'a\r\nb\r\nc\r\n', 'a\r\nb\nc\r\n'],
    ['lone carriage returns', 'a\rb\rc', 'a\rB\rc'],
    ['a byte order mark', '\ufeffa\nb\n', '\ufeffa\nB\n'],
    ['a byte order mark taken away', '\ufeffa\nb\n', 'a\nb\n'],
    ['no final line end', 'a\nb', 'a\nB'],
    ['a final line end added', 'a\nb', 'a\nb\n'],
    ['a final line end taken away', 'a\nb\n', 'a\nb'],
    ['an empty text filled', '', 'a\n'],
    ['a text emptied', 'a\n', ''],
    [
      'lines that look like a patch',
      '--- a\n+++ b\n@@ -1 +1 @@\n',
      '--- a\n+++ c\n@@ -1 +1 @@\n\\ No newline',
    ],
    ['other line separators', 'a\u2028b\u0085c\fd\n', 'a\u2028b\u0085c\fD\n'],
    ['more changes than are looked for', lines(5000), lines(5000, () => ' new')],
    ['as many, without final line ends', lines(5000).trimEnd(), lines(5000, () => ' new').trimEnd()],
  ]
  test.each(texts)('%s', (_, before, after) => {
    expect(applied([{ path: 'guides/mail/guide.pl-pl.md', before, after }])).toEqual([after])
  })

  test('names that need care, in one patch', () => {
    const names = [
      'with space/a b.md',
      'zażółć/日本.md',
      'a"b\\c.md',
      '-dash 2020-01-01 10:00:00 +0000.md',
      'tab\there.md',
      'line\nend.md',
      '\u001b[31m.md',
      '\u202e.md',
    ]
    const changes = names.map((path) => ({ path, before: `a ${path}\nb\n`, after: `A ${path}\nb\n` }))
    expect(applied(changes)).toEqual(changes.map(({ after }) => after))
  })

  test('any texts', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '', ' ', '\\', '-', '+', '\r', '\ufeff', 'é', '\n'), {
      maxLength: 30,
    })
    const change = fc
      .tuple(text, text)
      .map(([before, after]) => ({ before: before.join('\n'), after: after.join('\n') }))
    fc.assert(
      fc.property(fc.array(change, { minLength: 50, maxLength: 50 }), (changes) => {
        const files = changes.map((each, index) => ({ ...each, path: `any/${index}.md` }))
        // A patch without hunks is none to git.
        const changed = files.filter(({ before, after }) => before !== after)
        expect(applied(changed)).toEqual(changed.map(({ after }) => after))
      }),
      { numRuns: 5 },
    )
  })
})

test('equal texts have no diff', () => {
  expect(unifiedDiff('a.md', 'a\n', 'a\n')).toBe('')
})

test('reads as git writes it', () => {
  expect(unifiedDiff('a b.md', 'one\ntwo\n', 'one\nTWO\n')).toBe(
    'diff --git a/a b.md b/a b.md\n--- a/a b.md\t\n+++ b/a b.md\t\n@@ -1,2 +1,2 @@\n one\n-two\n+TWO\n',
  )
})
