import { spawn } from 'node:child_process'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { BenchCorpus } from './copied-corpus.ts'
import { medianOf } from './measure.ts'
import { hexapla } from './tools.ts'

/** How long a writer waits for what a save brought, in milliseconds. */
export interface WatchResult {
  readonly documents: number
  /** Each in another guide, not looked at since the start. */
  readonly elsewhere: readonly number[]
  /** All in one document. */
  readonly again: readonly number[]
  readonly median: { readonly elsewhere: number; readonly again: number }
}

/** Between two saves: nobody writes faster, and everything is quiet again. */
const pauseMilliseconds = 150

/** Starts `hexapla lint --watch`, saves documents with a defect each, and measures until it stands in the report. */
export async function measureWatch(
  { folder, documents }: BenchCorpus,
  saves: number,
  tell: (line: string) => void,
): Promise<WatchResult> {
  const { program } = hexapla().command
  const [main = ''] = hexapla().command.args
  const child = spawn(program, [main, 'lint', '--watch', '--reporter', 'compact', '--cwd', folder])
  let output = ''
  let wake = (): void => undefined
  child.stdout.on('data', (part: Buffer) => {
    output += String(part)
    wake()
  })
  const toPrint = async (words: string): Promise<void> => {
    while (!output.includes(words)) await new Promise<void>((resolve) => (wake = resolve))
    output = ''
  }
  const save = async (path: string): Promise<number> => {
    await wait(pauseMilliseconds)
    const text = `${readFileSync(join(folder, path), 'utf8')}\nThe the end.\n`
    const started = performance.now()
    writeFileSync(join(folder, path), text)
    await toPrint(`${path}:${text.split('\n').length - 1}:`)
    return performance.now() - started
  }
  try {
    await toPrint('\n')
    await wait(1000)
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.en-gb.md'))
      .sort()
    const elsewhere: number[] = []
    const again: number[] = []
    for (const path of paths.slice(0, saves)) elsewhere.push(await save(path))
    for (let round = 0; round < saves; round++) again.push(await save(paths.at(-1) ?? ''))
    tell(`watch: ${saves} saves elsewhere, ${saves} in one document`)
    return { documents, elsewhere, again, median: { elsewhere: medianOf(elsewhere), again: medianOf(again) } }
  } finally {
    child.kill('SIGKILL')
  }
}
