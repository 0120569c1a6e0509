// Takes a lock again and again, and is killed each other time, as far as the lock can tell: `hold-locks.ts FOLDER ROUNDS DEAD`.
import { mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type * as locks from '../../src/io/lock.ts'

const [folder = '', rounds = '', dead = ''] = process.argv.slice(2)
const place = join(folder, 'one-at-a-time')
let taken = 0
let { lockIn, unlock } = await fresh()

while (taken < Number(rounds)) {
  const lock = await lockIn(folder)
  if (lock === undefined) continue
  // It fails where another process is in it.
  mkdirSync(place)
  if (taken % 5 === 0) await wait(1)
  rmdirSync(place)
  if (taken++ % 2 === 0) await unlock(lock)
  else {
    // The process that took it is no more: nobody unlocks it, and its number is nobody's.
    const [, name = ''] = readFileSync(lock, 'utf8').split(' ')
    writeFileSync(`${lock}-${process.pid}`, `${dead} ${name}`)
    renameSync(`${lock}-${process.pid}`, lock)
    ;({ lockIn, unlock } = await fresh())
  }
}
process.stdout.write(String(taken))

/** The module as a process has it that holds nothing. */
async function fresh(): Promise<typeof locks> {
  return (await import(`../../src/io/lock.ts?${taken}`)) as typeof locks
}
