import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { factsPath, knownPath, makeCacheFolder, tidyCaches } from '../../src/io/cache-files.ts'
import { makeTemporaryFolder } from '../../src/io/temporary-folder.ts'

test('caches that nobody uses go, and nothing else that lies beside them', () => {
  const folder = makeTemporaryFolder('hexapla-cache-')
  try {
    makeCacheFolder(folder)
    const [known, facts] = [knownPath(folder, 'key'), factsPath(folder, 'key', 'new')]
    const gone = [factsPath(folder, 'key', 'old'), `${knownPath(folder, 'key')}.1.tmp`]
    const others = ['translated-1.jsonl', '.config', 'parts'].map((name) => join(folder, name))
    for (const path of [known, facts, ...gone, ...others]) writeFileSync(path, '')
    for (const path of [facts, ...gone, ...others]) utimesSync(path, 0, 0)
    tidyCaches(folder, 'key', 'new')
    expect(readdirSync(folder).sort()).toEqual(
      ['.config', '.gitignore', 'key.known', 'key.new.facts', 'parts', 'translated-1.jsonl'].sort(),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})
