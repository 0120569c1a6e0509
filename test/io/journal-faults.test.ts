import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type promises from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { hasJournal } from '../../src/io/has-journal.ts'
import { recover, writeTogether, type Change } from '../../src/io/journal.ts'
import { hashOf } from '../../src/text/edit.ts'
import { folderOf } from '../support/command.ts'

/** The step on the disk at which it fails, and what has been done so far. */
const disk = vi.hoisted(() => ({
  failsAt: Infinity,
  failsFrom: false,
  steps: [] as string[],
}))

/** The disk, failing at one step, or from there on, as one does that is full or broken. */
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof promises>()
  const step = (name: string, path: string): void => {
    disk.steps.push(name)
    const { length: at } = disk.steps
    // Who cannot write can still remove.
    const isHit = disk.failsFrom ? at >= disk.failsAt && name !== 'rm' : at === disk.failsAt
    if (isHit)
      throw Object.assign(new Error(`ENOSPC: no space left on device, ${name} '${path}'`), {
        code: 'ENOSPC',
        path,
      })
  }
  const open: typeof promises.open = async (path, ...rest) => {
    step('open', String(path))
    const handle = await real.open(path, ...rest)
    for (const name of ['writeFile', 'sync', 'chmod'] as const) {
      const own = handle[name].bind(handle) as (...args: unknown[]) => Promise<void>
      Object.assign(handle, {
        [name]: async (...args: unknown[]) => {
          // A full disk takes what there is room for.
          if (name === 'writeFile' && disk.steps.length + 1 === disk.failsAt)
            await own(String(args[0]).slice(0, 2))
          step(name, String(path))
          await own(...args)
        },
      })
    }
    return handle
  }
  const failing = (name: 'rename' | 'rm' | 'writeFile' | 'mkdir') => {
    const own = real[name] as (...args: unknown[]) => Promise<unknown>
    return async (path: string, ...args: unknown[]): Promise<unknown> => {
      step(name, path)
      return own(path, ...args)
    }
  }
  return {
    ...real,
    open,
    rename: failing('rename'),
    rm: failing('rm'),
    writeFile: failing('writeFile'),
    mkdir: failing('mkdir'),
  }
})

const files = { 'a.md': 'one\n', 'deep/b.md': 'two\n', 'c.md': 'three\n' }
const changes: readonly Change[] = [
  { path: 'a.md', base: hashOf('one\n'), text: 'ONE\n' },
  { path: 'deep/b.md', base: hashOf('two\n'), text: 'TWO\n' },
  { path: 'new/d.md', base: undefined, text: 'FOUR\n' },
  { path: 'c.md', base: hashOf('three\n'), text: undefined },
]
const before = ['one\n', 'two\n', 'three\n', '-']
const after = ['ONE\n', 'TWO\n', '-', 'FOUR\n']

function stateOf(root: string): string[] {
  return ['a.md', 'deep/b.md', 'c.md', 'new/d.md'].map((path) =>
    existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '-',
  )
}

function leftovers(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.hexapla$|\.tmp$|\.json$|lock$/.test(path) && path !== '.hexapla',
  )
}

/** Writes on a disk that fails; what was said of it, and how it then stood. */
async function writeFailing(
  at: number,
  from: boolean,
): Promise<{ root: string; said: unknown; steps: string[] }> {
  const root = folderOf(files)
  Object.assign(disk, { failsAt: at, failsFrom: from, steps: [] })
  const said: unknown = await writeTogether(root, changes).catch((error: unknown) => error)
  const { steps } = disk
  Object.assign(disk, { failsAt: Infinity, steps: [] })
  return { root, said, steps }
}

describe.each([
  ['fails at one step', false],
  ['is full from a step on', true],
])('a disk that %s', (_, from) => {
  test('leaves all old or, after the next run, all new, and is told', async () => {
    const { steps: all } = await writeFailing(Infinity, from)
    for (const name of ['open', 'writeFile', 'sync', 'chmod', 'rename', 'rm', 'mkdir'])
      expect(all).toContain(name)
    const ends = new Set<string>()
    for (let at = 1; at <= all.length; at++) {
      const { root, said } = await writeFailing(at, from)
      const isAllNew = JSON.stringify(stateOf(root)) === JSON.stringify(after)
      if (!isAllNew) expect(said, `step ${at}, ${all[at - 1] ?? ''}`).toBeInstanceOf(Error)
      const hadJournal = hasJournal(root)
      await recover(root)
      expect(stateOf(root), `step ${at}, ${all[at - 1] ?? ''}`).toEqual(
        hadJournal || isAllNew ? expect.anything() : before,
      )
      expect([before, after], `step ${at}, ${all[at - 1] ?? ''}`).toContainEqual(stateOf(root))
      expect(leftovers(root), `step ${at}, ${all[at - 1] ?? ''}`).toEqual([])
      ends.add(stateOf(root)[0] ?? '')
    }
    expect(ends).toEqual(new Set(['one\n', 'ONE\n']))
  })
})
