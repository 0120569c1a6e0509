import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { changesSince, commitOf, historyOf, repositoryOf, textsAt } from '../../src/io/git.ts'

const made: string[] = []
let root = ''

function folder(): string {
  const path = mkdtempSync(join(realpathSync(tmpdir()), 'hexapla-git-'))
  made.push(path)
  return path
}

function git(...args: readonly string[]): string {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false']
  const { status, stdout, stderr } = spawnSync('git', [...who, ...args], { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout.trim()
}

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

function commit(files: Readonly<Record<string, string>>, words = 'Change'): void {
  write(files)
  git('add', '--all')
  git('commit', '--quiet', '--message', words)
}

beforeEach(() => {
  root = folder()
  git('init', '--quiet', '--initial-branch=main')
  commit({ 'guides/a.md': 'a\n', 'guides/b.md': 'b\n', 'guides/c.md': 'c\n', 'other.md': 'o\n' })
})
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true })
})

describe('what has changed', () => {
  test('is what differs from a commit: changed, staged, removed, renamed, and not added yet', async () => {
    git('mv', 'guides/c.md', 'guides/ć "c".md')
    rmSync(join(root, 'guides/b.md'))
    write({ 'guides/a.md': 'A\n', 'guides/new\nline.md': '', 'other.md': 'O\n', '.gitignore': 'left.md\n' })
    write({ 'guides/left.md': '' })
    const { paths, added, removed } = await changesSince(join(root, 'guides'), 'HEAD')
    expect(paths).toEqual(['a.md', 'b.md', 'c.md', 'new\nline.md', 'ć "c".md'])
    expect([...added]).toEqual(['new\nline.md', 'ć "c".md'])
    expect([...removed]).toEqual(['b.md', 'c.md'])
    const all = await changesSince(root, 'HEAD')
    expect(all.paths).toContain('other.md')
    expect(all.since).toBe(git('rev-parse', 'HEAD'))
  })

  test('counts from the last commit that is shared: what the other branch did since is not ours', async () => {
    git('branch', 'proposal')
    commit({ 'guides/a.md': 'theirs\n' })
    git('checkout', '--quiet', 'proposal')
    commit({ 'guides/b.md': 'ours\n' })
    expect((await changesSince(root, 'main')).paths).toEqual(['guides/b.md'])
  })

  test('counts from the ref itself in a clone that knows no shared commit', async () => {
    git('branch', 'proposal')
    commit({ 'guides/a.md': 'theirs\n' })
    git('checkout', '--quiet', 'proposal')
    commit({ 'guides/b.md': 'ours\n' })
    const origin = root
    root = folder()
    git('clone', '--quiet', '--depth=1', '--branch=proposal', `file://${origin}`, '.')
    await expect(changesSince(root, 'origin/main')).rejects.toThrow(
      /Unexpected ref `origin\/main`, expected .*; this clone is shallow/,
    )
    git('fetch', '--quiet', '--depth=1', 'origin', 'main:refs/remotes/origin/main')
    expect((await changesSince(root, 'origin/main')).paths).toEqual(['guides/a.md', 'guides/b.md'])
  })
})

describe('the text of a file as it was', () => {
  test('is found by its path from the folder, many at once', async () => {
    const strange = 'ž\n:(glob)*.md'
    commit({ [`guides/${strange}`]: 'strange\n', 'guides/big.md': 'ł'.repeat(200_000) })
    commit({ 'guides/a.md': 'new\n' })
    const texts = await textsAt(join(root, 'guides'), 'HEAD~1', ['a.md', strange, 'big.md', 'gone.md'])
    expect([...texts]).toEqual([
      ['a.md', 'a\n'],
      [strange, 'strange\n'],
      ['big.md', 'ł'.repeat(200_000)],
    ])
    expect((await textsAt(root, 'HEAD', ['gone.md'])).size).toBe(0)
  })

  test('has a history', async () => {
    commit({ 'guides/a.md': '2\n' })
    commit({ 'guides/b.md': '2\n' })
    const history = await historyOf(join(root, 'guides'), 'a.md')
    expect(history.map(({ id }) => id)).toEqual([git('rev-parse', 'HEAD~1'), git('rev-parse', 'HEAD~2')])
    expect(history[0]?.time).toBe(Number(git('show', '--no-patch', '--format=%ct', 'HEAD~1')) * 1000)
    expect(await historyOf(root, 'gone.md')).toEqual([])
  })
})

describe('what git cannot tell is said plainly', () => {
  test('a ref that is not there, with the nearest one', async () => {
    git('branch', 'release')
    await expect(commitOf(root, 'relase')).rejects.toThrow('Unexpected ref `relase`, expected `release`')
    await expect(commitOf(root, 'x y z')).rejects.toThrow('expected a branch, a tag or a commit')
  })

  test.each(['--output=owned', '-h', '$(touch owned)', 'main; touch owned', 'main`touch owned`'])(
    'words that look like more than a ref are none: %s',
    async (ref) => {
      await expect(changesSince(root, ref)).rejects.toThrow(`Unexpected ref \`${ref}\``)
      expect(git('status', '--porcelain')).toBe('')
    },
  )

  test('a folder outside any repository', async () => {
    const outside = folder()
    await expect(repositoryOf(outside)).rejects.toThrow('outside any git repository')
    await expect(changesSince(outside, 'HEAD')).rejects.toThrow('outside any git repository')
    expect(await repositoryOf(join(root, 'guides'))).toBe(root)
  })

  test('git that is not installed', async () => {
    const { PATH } = process.env
    process.env.PATH = folder()
    try {
      await expect(repositoryOf(root)).rejects.toThrow('Unexpected absence of `git`')
    } finally {
      process.env.PATH = PATH
    }
  })
})
