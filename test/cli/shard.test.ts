import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { folderOf, type Result } from '../support/command.ts'
import { runHere } from '../support/in-process.ts'

/** Every guide leads to the next, in every locale, some of the ways dead; some slugs are taken twice. */
function filesOf(guides: number): Record<string, string> {
  const files: Record<string, string> = { 'hexapla.config.yaml': 'extends: strict\nsource: en-gb\n' }
  for (let guide = 0; guide < guides; guide++) {
    for (const locale of ['en-gb', 'de-de', 'pl-pl']) {
      const next = `../guide-${(guide + 1) % guides}/guide.${locale}.md`
      const dead = guide % 3 === 0 ? 'gone' : 'ports'
      files[`guide-${guide}/guide.${locale}.md`] =
        `---\ntitle: Guide ${guide}\nslug: guide-${guide % 5}\n---\n\n## Ports\n\nThe the. \n\n[Next](${next}#${dead})\n`
    }
    files[`guide-${guide}/images/unused.png`] = ''
  }
  files['guide-2/guide.pl-pl.md'] =
    '---\ntitle: Guide 2\n---\n\n<!-- hexapla-disable-next-line link-target, image-alt -->\n[x](gone.md)\n'
  return files
}

let folder = ''
beforeEach(() => {
  folder = folderOf(filesOf(7))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function hexapla(...args: readonly string[]): Promise<Result> {
  return runHere(args, folder)
}

async function shard(index: number, count: number, ...args: readonly string[]): Promise<Result> {
  return hexapla('lint', ...args, '--reporter', 'blob', '--shard', `${index}/${count}`)
}

async function merged(count: number, asked: readonly string[], told: readonly string[]): Promise<Result> {
  rmSync(join(folder, '.hexapla/blobs'), { recursive: true, force: true })
  for (let index = 1; index <= count; index++) {
    const { code, stdout, stderr } = await shard(index, count, ...asked)
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(stderr).toMatch(/^Shard \d of \d: \d+ guides?, \d+ documents?, left in/)
  }
  return hexapla('merge-reports', '.hexapla/blobs', ...told)
}

function timeless({ code, stdout, stderr }: Result): Result {
  const words = stdout.replace(/"durationMs":\d+/, '"durationMs":0').replace(/, [\d.]+\u00a0m?s$/m, '')
  return { code, stdout: words, stderr }
}

describe('shards, merged, give the very report of a run without them', { timeout: 60_000 }, () => {
  test.each<[string, number, readonly string[], readonly string[]]>([
    ['one shard', 1, [], ['--json']],
    ['three', 3, [], ['--json']],
    ['more than guides', 9, [], ['--json']],
    ['as a terminal shows it', 2, [], []],
    ['as SARIF', 2, [], ['--reporter', 'sarif']],
    ['one locale', 2, ['--locale', 'pl-pl'], ['--json']],
    ['one rule', 2, ['--rule', 'link-fragment'], ['--json']],
    ['some paths', 2, ['guide-0', 'guide-3'], ['--json']],
    ['errors alone', 2, [], ['--json', '--quiet', '--max-warnings', '1']],
  ])('%s', async (_, count, asked, told) => {
    const whole = timeless(await hexapla('lint', ...asked, ...told, '--no-cache'))
    expect(whole.stdout).toContain('link-fragment')
    expect(timeless(await merged(count, asked, told))).toEqual(whole)
    // What the merge remembers serves the shards, and a run without them.
    expect(timeless(await merged(count, asked, told))).toEqual(whole)
    expect(timeless(await hexapla('lint', ...asked, ...told))).toEqual(whole)
  })

  test('beside a baseline', async () => {
    await hexapla('lint', '--rule', 'repeated-words', '--update-baseline')
    const whole = timeless(await hexapla('lint', '--no-cache'))
    expect(whole.stdout).toContain('known findings')
    expect(timeless(await merged(2, [], []))).toEqual(whole)
  })
})

describe('what is no run of shards is refused', { timeout: 60_000 }, () => {
  const blobs = '.hexapla/blobs'
  test.each<[string, () => Promise<unknown>, string]>([
    [
      'a shard that is missing',
      () => shard(2, 3),
      'Unexpected absence of shard 1, 3 of 3, expected a blob of each',
    ],
    [
      'shards of two runs',
      async () => [await shard(1, 2), await shard(1, 3)],
      'Unexpected blob `.hexapla/blobs/1-of-3.blob` of shard 1/3 beside `.hexapla/blobs/1-of-2.blob` of shard 1/2',
    ],
    [
      'shards that were asked for something else',
      async () => [await shard(1, 2), await shard(2, 2, '--locale', 'pl-pl')],
      'Unexpected paths or options of `.hexapla/blobs/2-of-2.blob`',
    ],
    [
      'another config',
      async () => {
        await shard(1, 1)
        writeFileSync(join(folder, 'hexapla.config.yaml'), 'source: de-de\n')
      },
      'Unexpected blob `.hexapla/blobs/1-of-1.blob` of another config',
    ],
    [
      'other files',
      async () => {
        await shard(1, 1)
        writeFileSync(join(folder, 'guide-0/new.md'), '')
      },
      'Unexpected file `guide-0/new.md`, expected the files that the shard of',
    ],
    [
      'another text',
      async () => {
        await shard(1, 1)
        writeFileSync(join(folder, 'guide-0/guide.en-gb.md'), 'x\n')
      },
      'Unexpected text of `guide-0/guide.en-gb.md`, expected the one that its shard read',
    ],
    [
      'a blob that was cut',
      async () => {
        await shard(1, 1)
        const path = join(folder, blobs, '1-of-1.blob')
        writeFileSync(path, readFileSync(path).subarray(0, 500))
      },
      'Unexpected bytes in `.hexapla/blobs/1-of-1.blob`, expected a whole blob',
    ],
    [
      'a folder without blobs',
      () => {
        mkdirSync(join(folder, blobs), { recursive: true })
        return Promise.resolve()
      },
      'Unexpected folder `.hexapla/blobs` without a blob',
    ],
    ['no folder', () => Promise.resolve(), 'Unexpected `.hexapla/blobs`, expected a folder'],
  ])('%s', async (_, prepare, words) => {
    await prepare()
    const { code, stdout, stderr } = await hexapla('merge-reports', blobs)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(words)
  })

  test.each<[readonly string[], string]>([
    [['--shard', '1/2'], 'Unexpected `--shard` with the reporter `stylish`, expected `--reporter blob`'],
    [['--shard', '3/2', '--reporter', 'blob'], 'Unexpected `3/2` behind `--shard`, expected a part'],
    [['--reporter', 'blob', '--fix'], 'Unexpected `--fix` beside `--reporter blob`'],
    [['--reporter', 'blob', '--json'], 'Unexpected `--json` beside `--reporter blob`'],
    [['--reporter', 'blob', '--timing'], 'Unexpected `--reporter blob` beside `--timing`'],
    [['--shard', '1/2', '--watch'], 'Unexpected `--shard` beside `--watch`'],
    [['--reporter', 'blob', '--watch'], 'Unexpected `--reporter blob` beside `--watch`'],
    [['--reporter', 'blob', '--locale', 'pl-pt'], 'Unexpected locale `pl-pt`'],
  ])('%j', async (args, words) => {
    const { code, stderr } = await hexapla('lint', ...args)
    expect(code).toBe(2)
    expect(stderr).toContain(words)
  })
})
