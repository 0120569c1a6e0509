import { cpSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCorpus } from '../../scripts/bench/made-corpus.ts'
import { randomOf } from '../../scripts/bench/random.ts'
import { defaultConfig, type Config } from '../../src/corpus/config.ts'
import { compareMessages } from '../../src/lint/message.ts'
import { json } from '../../src/report/json.ts'
import { summaryOf } from '../../src/report/report.ts'
import { packBlob, unpackBlob } from '../../src/run/blob.ts'
import type { Known } from '../../src/run/known.ts'
import type { RunRequest } from '../../src/run/request.ts'
import { lintFolder } from '../../src/run/run.ts'
import { lookAtShard, mergeShards } from '../../src/run/shard.ts'
import { survey } from '../../src/run/survey.ts'

const cuts = 200
const config: Config = { ...defaultConfig, extends: ['strict'] }
const root = mkdtempSync(join(realpathSync(tmpdir()), 'hexapla-same-'))
const cache = join(root, '.hexapla/cache')

beforeAll(() => {
  makeCorpus(join(root, 'made'), 12)
  cpSync(resolve(import.meta.dirname, '../../guides'), join(root, 'guides'), { recursive: true })
})
afterAll(() => {
  rmSync(root, { recursive: true })
})

/** The report that `--json` prints, without the time that it took. */
function printed({ documents, others }: Known): string {
  const messages = [...[...documents.values()].flatMap(({ heard }) => heard), ...others].sort(compareMessages)
  const guides = new Set(Array.from(documents.values(), ({ guide }) => guide)).size
  const summary = summaryOf({ guides, documents: documents.size, durationMs: 0 }, messages)
  return json({ version: 1, summary, messages })
}

async function run(request: Partial<RunRequest> = {}): Promise<string> {
  return printed(await lintFolder({ root, config, cache, ...request }))
}

async function inShards(count: number, request: Partial<RunRequest> = {}): Promise<string> {
  const full = { root, config, cache, ...request }
  const found = survey(root, config)
  const blobs = []
  for (let index = 1; index <= count; index++) {
    const seen = await lookAtShard(full, found, { index, count })
    const blob = unpackBlob(Buffer.from(packBlob({ ...seen, asked: { paths: [] } })), seen.key)
    if (blob && blob !== 'foreign') blobs.push(blob)
  }
  return printed(await mergeShards(full, found, blobs))
}

test('the same bytes, whatever the number of threads, cold, warm, in shards', async () => {
  const expected = await run({ cache: undefined, threads: 0 })
  expect(expected.split('\n').length).toBeGreaterThan(50)
  for (const threads of [1, 2, 4]) {
    expect(await run({ cache: undefined, threads })).toBe(expected)
    rmSync(cache, { recursive: true, force: true })
    expect(await run({ threads })).toBe(expected)
    expect(await run({ threads })).toBe(expected)
    expect(await inShards(threads, { threads })).toBe(expected)
    expect(await inShards(threads, { threads, cache: undefined })).toBe(expected)
  }
})

test(`the same bytes after a cache was cut or damaged at a random byte, ${cuts} times`, async () => {
  const { below, chance } = randomOf(20261124)
  const page = join(root, 'guides/outlook/guide.en-gb.md')
  const victim = readdirSync(join(root, 'made'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join(root, 'made', path))
    .sort()[3]
  const file = victim ?? page
  const text = readFileSync(file, 'utf8')
  const texts = [text, `${text}\nThe the end. \n\n[Gone](gone.md)\n`]
  const expected: string[] = []
  for (const each of texts) {
    writeFileSync(file, each)
    expected.push(await run({ cache: undefined, threads: 0 }))
  }
  expect(expected[0]).not.toBe(expected[1])
  for (let cut = 0; cut < cuts; cut++) {
    const names = readdirSync(cache).filter((name) => !name.startsWith('.'))
    const path = join(cache, names[below(names.length)] ?? '')
    const bytes = readFileSync(path)
    const at = below(Math.max(bytes.length, 1))
    if (chance(0.5)) writeFileSync(path, bytes.subarray(0, at))
    else {
      bytes[at] = (bytes[at] ?? 0) ^ (1 + below(255))
      writeFileSync(path, bytes)
    }
    // Half of the time something has changed besides, and so the depths are read.
    const now = below(2)
    writeFileSync(file, texts[now] ?? '')
    expect(await run({ threads: 0 }), `cut ${cut} at ${at} of ${path}`).toBe(expected[now])
  }
})
