import { spawn } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hasJournal, journalFolder } from '../../src/io/has-journal.ts'
import { recover, writeTogether } from '../../src/io/journal.ts'
import { hashOf } from '../../src/text/edit.ts'
import { folderOf } from '../support/command.ts'

const files = { 'a.md': 'one\n', 'deep/b.md': 'two\n', 'c.md': 'three\n' }

/** What a run changes: two files, a new one, and one that goes. */
const changes = [
  { path: 'a.md', base: hashOf('one\n'), text: 'ONE\n' },
  { path: 'deep/b.md', base: hashOf('two\n'), text: 'TWO\n' },
  { path: 'new/d.md', base: undefined, text: 'FOUR\n' },
  { path: 'c.md', base: hashOf('three\n'), text: undefined },
]

function stateOf(root: string): string[] {
  return ['a.md', 'deep/b.md', 'c.md', 'new/d.md'].map((path) =>
    existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '-',
  )
}

const before = ['one\n', 'two\n', 'three\n', '-']
const after = ['ONE\n', 'TWO\n', '-', 'FOUR\n']

/** Whatever a run may have left besides its files. */
function leftovers(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.hexapla$|\.tmp$|\.json$|lock$/.test(path) && path !== '.hexapla',
  )
}

/** Runs the write in a process that dies at its nth step on the disk; the number of steps where it got through. */
function dieAt(root: string, step: number): Promise<number | undefined> {
  return new Promise((done, fail) => {
    const child = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        resolve(import.meta.dirname, 'die-writing.ts'),
        root,
        String(step),
        JSON.stringify(changes),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => (said += part))
    child.on('error', fail).on('close', (code) => {
      done(code === 0 ? Number(said) : undefined)
    })
  })
}

describe('journal', () => {
  test('writes all, and leaves nothing behind', async () => {
    const root = folderOf(files)
    expect(await writeTogether(root, changes)).toEqual([])
    expect(stateOf(root)).toEqual(after)
    expect(leftovers(root)).toEqual([])
    expect(hasJournal(root)).toBe(false)
  })

  test.each<[string, (root: string) => void, string]>([
    [
      'a file changed meanwhile',
      (root) => {
        writeFileSync(join(root, 'a.md'), 'mine\n')
      },
      'it has changed meanwhile',
    ],
    [
      'a file that came meanwhile',
      (root) => {
        writeFileSync(join(root, 'c.md'), 'mine\n')
      },
      'it has changed meanwhile',
    ],
    [
      'a read-only file',
      (root) => {
        chmodSync(join(root, 'a.md'), 0o444)
      },
      'it is read-only',
    ],
  ])('%s: nothing is written', async (_, disturb, reason) => {
    const root = folderOf(files)
    disturb(root)
    const was = stateOf(root)
    expect((await writeTogether(root, changes)).map((each) => each.reason)).toEqual([reason])
    expect(stateOf(root)).toEqual(was)
    expect(leftovers(root)).toEqual([])
  })

  test('no link is followed', async () => {
    const root = folderOf({ 'b.md': 'x' })
    symlinkSync(join(root, 'b.md'), join(root, 'a.md'))
    const refused = await writeTogether(root, [{ path: 'a.md', base: hashOf('x'), text: 'y' }])
    expect(refused).toEqual([{ path: 'a.md', reason: 'it is no plain file' }])
    const outside = await writeTogether(root, [{ path: '../x.md', base: undefined, text: 'y' }])
    expect(outside).toEqual([{ path: '../x.md', reason: 'it lies outside the root' }])
  })

  test('two runs at once: one writes, the other is told', async () => {
    const root = folderOf(files)
    const results = await Promise.all([writeTogether(root, changes), writeTogether(root, changes)])
    expect(results.map(({ length }) => length).sort()).toEqual([0, 1])
    expect(stateOf(root)).toEqual(after)
  })

  test('killed at some steps: all old or all new after the next run, and a file that changed since is left alone', async () => {
    const all = (await dieAt(folderOf(files), Infinity)) ?? 0
    expect(all).toBeGreaterThan(10)
    const steps = [1, Math.floor(all / 4), Math.floor(all / 2), all - 6, all - 3, all - 1]
    const ends = await Promise.all(
      steps.map(async (step) => {
        const root = folderOf(files)
        expect(await dieAt(root, step)).toBe(undefined)
        await recover(root)
        expect([before, after]).toContainEqual(stateOf(root))
        expect(hasJournal(root)).toBe(false)
        return stateOf(root)[0]
      }),
    )
    expect(new Set(ends)).toEqual(new Set(['one\n', 'ONE\n']))
  })

  test('what somebody wrote after the kill stays', async () => {
    const root = folderOf({
      ...files,
      [`${journalFolder}/1.json`]: JSON.stringify({
        version: 1,
        entries: [
          { path: 'a.md', base: hashOf('one\n'), next: hashOf('ONE\n'), staged: '.a' },
          { path: 'c.md', base: hashOf('other\n'), next: hashOf('THREE\n'), staged: '.c' },
        ],
      }),
      '.a': 'ONE\n',
      '.c': 'THREE\n',
    })
    expect(await recover(root)).toEqual({ finished: ['a.md'], changed: ['c.md'] })
    expect(stateOf(root)).toEqual(['ONE\n', 'two\n', 'three\n', '-'])
    expect(readdirSync(root).filter((name) => /^\.[ac]$/.test(name))).toEqual([])
  })
})
