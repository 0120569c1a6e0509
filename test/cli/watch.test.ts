import { spawn, type ChildProcess } from 'node:child_process'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { buildCommand, folderOf, runCommand } from '../support/command.ts'

const main = resolve(import.meta.dirname, '../../dist/cli/main.js')
const files = {
  'mail/guide.en-gb.md': '---\ntitle: Mail\n---\n\n[Ports](../phone/guide.en-gb.md#ports)\n',
  'phone/guide.en-gb.md': '---\ntitle: Phone\n---\n\n## Ports\n\nText.\n',
}
let child: ChildProcess | undefined
let folder = ''

beforeAll(buildCommand, 60_000)
afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** A watch whose reports are waited for. */
function watch(...args: readonly string[]): {
  toPrint: (words: string | RegExp) => Promise<string>
  ended: Promise<number | null>
} {
  let output = ''
  let wake = (): void => undefined
  const started = spawn(process.execPath, [main, 'lint', '--watch', ...args], { cwd: folder })
  child = started
  const hear = (part: Buffer): void => {
    output += String(part)
    wake()
  }
  started.stdout.on('data', hear)
  started.stderr.on('data', hear)
  return {
    toPrint: async (words) => {
      while (output.search(words) < 0) await new Promise<void>((done) => (wake = done))
      const printed = output
      output = ''
      return printed
    },
    ended: new Promise((done) => started.on('exit', done)),
  }
}

function save(path: string, text: string): void {
  writeFileSync(join(folder, path), text)
}

describe.skipIf(process.platform === 'win32')('lint --watch', { timeout: 60_000 }, () => {
  test('tells at each save what is found in that and in what looks at it', async () => {
    folder = folderOf(files)
    const { toPrint, ended } = watch('--reporter', 'compact')
    await toPrint('no findings')
    save('phone/guide.en-gb.md', `${files['phone/guide.en-gb.md']}\nThe the end.\n`)
    expect(await toPrint(/1 (warning|error)/)).toContain('repeated-words')
    save('phone/guide.en-gb.md', files['phone/guide.en-gb.md'].replace('Ports', 'Servers'))
    expect(await toPrint('link-fragment')).toMatch(/^mail\/guide\.en-gb\.md:5/m)
    // As many editors save: another file takes the place of the one before.
    save('phone/guide.en-gb.md.new', files['phone/guide.en-gb.md'])
    renameSync(join(folder, 'phone/guide.en-gb.md.new'), join(folder, 'phone/guide.en-gb.md'))
    await toPrint('no findings')
    save('phone/guide.de-de.md', '---\ntitle: Telefon\n---\n\n[x](gone.md)\n')
    expect(await toPrint('link-target')).toContain('phone/guide.de-de.md')
    child?.kill('SIGINT')
    expect(await ended).toBe(0)
  })

  test('goes by the config as it is now, and by the last one that could be used', async () => {
    folder = folderOf({ ...files, 'hexapla.config.yaml': 'rules: {}\n' })
    const { toPrint } = watch('--reporter', 'compact')
    await toPrint('no findings')
    save('hexapla.config.yaml', 'rulez: {}\n')
    await toPrint('Unexpected key `rulez`')
    save('phone/guide.en-gb.md', `${files['phone/guide.en-gb.md']}\nThe the end.\n`)
    await toPrint('repeated-words')
    save('hexapla.config.yaml', 'rules: { repeated-words: off }\n')
    await toPrint('no findings')
  })

  test('is refused beside what writes', async () => {
    folder = folderOf(files)
    const { code, stderr } = await runCommand(['lint', '--watch', '--fix'], folder)
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'Unexpected `--fix` beside `--watch`, expected one or the other\n',
    })
  })
})
