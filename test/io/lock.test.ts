import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { lockIn, unlock } from '../../src/io/lock.ts'
import { folderOf } from '../support/command.ts'

/** The number of a process that is over. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid
}

test.each([
  ['of a run that is over', () => `${deadProcess()} 5b1f`, true],
  ['of a run of an earlier version', () => String(deadProcess()), true],
  ['of a run that had the number of this one', () => `${process.pid} 5b1f`, true],
  ['of a run that lives', () => `${process.ppid} 5b1f`, false],
  ['that is being written', () => '', false],
])('a lock %s', async (_, content, isTaken) => {
  const folder = folderOf({ lock: content() })
  const lock = await lockIn(folder)
  expect(lock).toBe(isTaken ? join(folder, 'lock') : undefined)
  if (lock) await unlock(lock)
  expect(readdirSync(folder)).toEqual(isTaken ? [] : ['lock'])
})

test('what runs left that were killed while they took a lock is taken, too, and cleared away', async () => {
  const dead = deadProcess()
  const folder = folderOf({
    lock: `${dead} a`,
    [`lock.${dead}-a`]: `${dead} b`,
    [`lock.${dead}-a.next`]: '',
    'lock.7-z': `${dead} c`,
  })
  const lock = await lockIn(folder)
  expect(readdirSync(folder)).toEqual(['lock'])
  expect(await lockIn(folder)).toBeUndefined()
  await unlock(lock ?? '')
  expect(await lockIn(folder)).toBe(lock)
})

test('of many processes that find locks of killed ones, never two hold one at a time', async () => {
  const folder = folderOf({})
  writeFileSync(join(folder, 'lock'), `${deadProcess()} a`)
  const rounds = 200
  const args = [resolve(import.meta.dirname, 'hold-locks.ts'), folder, String(rounds), String(deadProcess())]
  const said = await Promise.all(
    Array.from({ length: 4 }, () => {
      const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      return new Promise<string>((done) => {
        let words = ''
        for (const stream of [child.stdout, child.stderr])
          stream.setEncoding('utf8').on('data', (part: string) => (words += part))
        child.on('close', () => {
          done(words)
        })
      })
    }),
  )
  expect(said).toEqual(said.map(() => String(rounds)))
}, 60_000)
