import { readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { textBelow } from '../../src/io/ledger-files.ts'
import { folderOf } from '../support/command.ts'
import { runHere } from '../support/in-process.ts'

const source = 'mail/guide.en-gb.md'
const target = 'mail/guide.pl-pl.md'

function page(title: string): string {
  return `---\ntitle: ${title}\n---\n\n# ${title}\n\n[Open](https://example.com/a)\n`
}

async function setUp(): Promise<string> {
  const root = folderOf({
    'hexapla.config.yaml': 'source: en-gb\nlimits: { lineLength: 200 }\n',
    [source]: page('Mail'),
    [target]: page('Poczta'),
    'mail/guide.de-de.md': page('Post'),
  })
  await runHere(['sync'], root)
  return root
}

/** A page that cannot be read, and what is said of it. */
const unread: readonly (readonly [string, (file: string) => void, string])[] = [
  [
    'a link to a place outside',
    (file) => {
      rmSync(file)
      symlinkSync('/etc/hostname', file)
    },
    'symbolic link to `/etc/hostname`, expected a place within the root  Nothing outside',
  ],
  [
    'a line over the limit',
    (file) => {
      writeFileSync(file, `${page('Mail')}\n${'x'.repeat(300)}\n`)
    },
    'line of 300 characters, expected at most 200  Nothing in the file is checked; if',
  ],
  [
    'bytes that are no UTF-8',
    (file) => {
      writeFileSync(file, Buffer.concat([Buffer.from(page('Mail')), Buffer.from([0xff])]))
    },
    'that is not UTF-8, expected UTF-8  Save the file',
  ],
]

describe.each(unread)('%s', (_, spoil, words) => {
  test('is told by what shows it, in the same words', async () => {
    const root = await setUp()
    spoil(join(root, target))
    const [reason = ''] = words.split('  ')
    const aligned = await runHere(['align', 'mail', '--locale', 'pl-pl'], root)
    expect(aligned.code).toBe(2)
    expect(aligned.stderr).toContain(`${target}: Unexpected`)
    expect(aligned.stderr).toContain(reason)
    const exported = await runHere(['export', '--to', 'txt', '--output', 'out'], root)
    expect(exported.code).toBe(1)
    expect(exported.stderr).toContain(`${reason}; it was left out`)
  })

  test.each([
    [source, []],
    [target, ['de-de']],
  ])('is told where kits are made, and no kit is made of it: %s', async (path, left) => {
    const root = await setUp()
    spoil(join(root, path))
    const command = ['export', '--to', 'po', '--locale', 'pl-pl', 'de-de', '--output', 'kits']
    const { code, stdout, stderr } = await runHere(command, root)
    expect([code, stderr.split('\n').length]).toEqual([1, 2])
    expect(stderr).toContain(`  ${path}:`)
    expect(stderr).toContain(words)
    expect(stdout).toMatch(new RegExp(`^${left.length} kits? `))
    expect(readdirSync(join(root, 'kits'))).toEqual(left)
  })

  test('of a source leaves its targets as they are, and is told', async () => {
    const root = await setUp()
    spoil(join(root, source))
    for (const quiet of [[], ['--quiet']]) {
      const { code, stdout } = await runHere(['sync', ...quiet], root)
      expect([code, stdout.split('\n').length]).toEqual([1, 2])
      expect(stdout).toContain(`  ${source}:`)
      expect(stdout).toContain(words)
    }
    expect(textBelow(root, target)).toBe(page('Poczta'))
    expect((await runHere(['status'], root)).stdout).toContain(words)
  })

  test('of a target is told, and the others are synced', async () => {
    const root = await setUp()
    spoil(join(root, target))
    writeFileSync(join(root, source), page('Mail').replace('com/a', 'com/b'))
    const { code, stdout } = await runHere(['sync', '--json'], root)
    const { documents, leftOut } = JSON.parse(stdout) as Record<string, { path: string; reason: string }[]>
    expect(code).toBe(1)
    expect(documents?.map(({ path }) => path)).toEqual(['mail/guide.de-de.md'])
    expect(leftOut?.map(({ path }) => path)).toEqual([target])
    expect(words).toContain(
      leftOut?.[0]?.reason.slice('Unexpected '.length).replace(/^byte at .* that/, 'that'),
    )
    const status = await runHere(['status'], root)
    expect(status.stdout).toMatch(/^de-de .*up to date.*\n\nNot counted\n {2}mail\/guide\.pl-pl\.md:/)
  })
})

test('where a document was to be made and a link to another page stands, the link stays', async () => {
  const root = await setUp()
  rmSync(join(root, target))
  symlinkSync('guide.en-gb.md', join(root, target))
  const { code, stdout } = await runHere(['sync', '--locale', 'pl-pl'], root)
  expect([code, stdout]).toEqual([1, expect.stringContaining(`  ${target}:1  Unexpected symbolic link, `)])
})

test('quiet, a sync with nothing to ask prints nothing', async () => {
  const root = await setUp()
  expect(await runHere(['sync', '--quiet'], root)).toEqual({ code: 0, stdout: '', stderr: '' })
  writeFileSync(join(root, source), page('Letters'))
  expect((await runHere(['sync', '--quiet'], root)).stdout).toMatch(/^Left to translate\n/)
})

test.each([
  ['below a file', `${source}/result.txt`, 'not a directory'],
  ['a folder', 'mail', 'it is no plain file'],
])('a result that finds no place is told before anything is written: %s', async (_, file, why) => {
  const root = await setUp()
  writeFileSync(join(root, source), page('Mail').replace('com/a', 'com/b'))
  const { code, stderr } = await runHere(['sync', '--output-file', file], root)
  expect([code, stderr]).toEqual([
    2,
    `Unexpected file \`${file}\`, expected one that can be written: ${why}\n`,
  ])
  expect(textBelow(root, target)).toBe(page('Poczta'))
})
