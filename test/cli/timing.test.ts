import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { folderOf } from '../support/command.ts'
import { runHere } from '../support/in-process.ts'

test('lint --timing tells what stages and rules take, on stderr, and finds what a run without it finds', async () => {
  const folder = folderOf({
    'mail/guide.en-gb.md': '---\ntitle: Mail\n---\n\n## Ports \n\n[x](gone.md)\n',
    'mail/guide.de-de.md': '---\ntitle: Post\n---\n\nText.\n',
  })
  try {
    // The second time, a memory would leave nothing to time.
    const plain = await runHere(['lint', '--reporter', 'compact'], folder)
    const { code, stdout, stderr } = await runHere(['lint', '--timing', '--reporter', 'compact'], folder)
    expect({ code, stdout }).toEqual({ code: plain.code, stdout: plain.stdout })
    const times = new Map(
      stderr.split('\n').flatMap((line) => {
        const [, name, time] = /^(\S.*?)\s{2,}([\d.]+)\s+[\d.]+ %\s+[\d.]+$/.exec(line) ?? []
        return name === undefined ? [] : [[name, Number(time)] as const]
      }),
    )
    expect(stderr).toMatch(/^Times of 2 documents/)
    for (const name of ['list the files', 'read the texts', 'parse, and read facts', 'rules', 'link-target'])
      expect(times.get(name), name).toBeGreaterThan(0)
    const { code: refused, stderr: why } = await runHere(['lint', '--timing', '--fix'], folder)
    expect({ refused, why }).toEqual({
      refused: 2,
      why: 'Unexpected `--fix` beside `--timing`, expected one or the other\n',
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
