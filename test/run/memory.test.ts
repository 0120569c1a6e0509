import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { defaultConfig } from '../../src/corpus/config.ts'
import { makeTemporaryFolder } from '../../src/io/temporary-folder.ts'
import type { Known } from '../../src/run/known.ts'
import { openMemory } from '../../src/run/memory.ts'

const root = makeTemporaryFolder('hexapla-memory-')
const cache = join(root, '.hexapla/cache')
beforeEach(() => {
  rmSync(cache, { recursive: true, force: true })
})
afterAll(() => {
  rmSync(root, { recursive: true })
})

const setup = { root, cache, config: defaultConfig }
const known: Known = {
  shape: 'shape',
  slugs: undefined,
  documents: new Map(),
  others: [],
  depths: () => ({ documents: new Map(), guides: new Map() }),
}
const diskFull = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })

test('what a run found is remembered', async () => {
  const memory = openMemory(setup)
  await memory.renew(undefined, () => Promise.resolve(known))
  expect(memory.load()?.shape).toBe('shape')
})

test('a disk that is full while a run works: it does its work elsewhere', async () => {
  let runs = 0
  const found = await openMemory(setup).renew(undefined, (facts) => {
    facts.add(Buffer.from('a'))
    return ++runs === 1 ? Promise.reject(diskFull) : Promise.resolve(known)
  })
  expect([found, runs]).toEqual([known, 2])
  expect(readdirSync(cache)).toEqual(['.gitignore'])
})

test('a disk that is full at the end of a run: what was found is told', async () => {
  const full: Known = {
    ...known,
    depths: () => {
      throw diskFull
    },
  }
  expect(await openMemory(setup).renew(undefined, () => Promise.resolve(full))).toBe(full)
  expect(readdirSync(cache)).toEqual(['.gitignore'])
})

test('what else goes wrong is said', async () => {
  const broken = new Error('broken')
  await expect(openMemory(setup).renew(undefined, () => Promise.reject(broken))).rejects.toBe(broken)
})
