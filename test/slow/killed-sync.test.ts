import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { randomOf } from '../../scripts/bench/random.ts'
import { hasJournal } from '../../src/io/has-journal.ts'
import { recover } from '../../src/io/journal.ts'
import { hashOf } from '../../src/text/edit.ts'
import { folderOf } from '../support/command.ts'

const paths = Array.from({ length: 12 }, (_, at) => `guides/${at % 3}/guide.${at}.md`)
const files = Object.fromEntries(paths.map((path) => [path, `old ${path}\n`.repeat(9)]))
const changes = [
  ...paths.map((path) => ({ path, base: hashOf(files[path] ?? ''), text: `new ${path}\n`.repeat(11) })),
  { path: '.hexapla/ledger/pl-pl/0.jsonl', base: undefined, text: '{}\n' },
]

/** Runs the write in a process that dies at its nth step, or is killed from outside after some milliseconds. */
function die(root: string, step: number, after?: number): Promise<number | undefined> {
  return new Promise((done, fail) => {
    const script = resolve(import.meta.dirname, '../io/die-writing.ts')
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', script, root, String(step), JSON.stringify(changes)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    if (after !== undefined) setTimeout(() => child.kill('SIGKILL'), after)
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => (said += part))
    child.on('error', fail).on('close', (code) => {
      done(code === 0 ? Number(said) : undefined)
    })
  })
}

function stateOf(root: string): 'old' | 'new' | 'torn' {
  const texts = changes.map(({ path }) =>
    existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined,
  )
  if (texts.every((text, at) => text === changes[at]?.text)) return 'new'
  return texts.every((text, at) => text === files[changes[at]?.path ?? '']) ? 'old' : 'torn'
}

test(
  'killed at every step, and at random ones until there are 200: nothing is torn, and nothing is left over',
  { timeout: 1_200_000 },
  async () => {
    const all = (await die(folderOf(files), Infinity)) ?? 0
    expect(all).toBeGreaterThan(100)
    const random = randomOf(8)
    const steps = Array.from({ length: Math.max(200, all) }, (_, at) =>
      at < all ? at + 1 : 1 + random.below(all),
    )
    const ends = { old: 0, new: 0, torn: 0 }
    for (let at = 0; at < steps.length; at += 4) {
      await Promise.all(
        steps.slice(at, at + 4).map(async (step) => {
          const root = folderOf(files)
          await die(root, step)
          await recover(root)
          ends[stateOf(root)]++
          expect(hasJournal(root)).toBe(false)
          const left = readdirSync(root, { recursive: true, encoding: 'utf8' })
          expect(left.filter((path) => /\.json$|\.tmp$|lock$|.\.hexapla$/.test(path))).toEqual([])
        }),
      )
    }
    expect(ends.torn).toBe(0)
    expect(ends.old).toBeGreaterThan(0)
    expect(ends.new).toBeGreaterThan(0)
    console.log(`${steps.length} kills at ${all} steps: ${ends.old} left all old, ${ends.new} all new`)
  },
)
