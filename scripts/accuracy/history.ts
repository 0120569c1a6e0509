import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeCorpus } from '../bench/made-corpus.ts'
import { measure } from '../bench/measure.ts'
import { phrases } from '../bench/phrases.ts'
import { randomOf } from '../bench/random.ts'

const documents = 1900
const commits = 8000
const seed = 8

/** The most seconds and MiB that `hexapla status` may take, the first time and the second. */
const most = { first: 5, second: 1, memory: 500 }

/** Times `hexapla status` in a repository with many documents and a long history, without a ledger and with one. */
export async function run(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'hexapla-history-'))
  try {
    const locales = Object.keys(phrases)
    makeCorpus(join(folder, 'guides'), Math.ceil(documents / locales.length))
    const [source = ''] = locales
    writeFileSync(
      join(folder, 'hexapla.config.yaml'),
      `source: ${source}\nlayouts: ['guides/{guide}/{type}.{locale}.md']\n`,
    )
    const main = resolve(import.meta.dirname, '../../dist/cli/main.js')
    const hexapla = async (...args: string[]): Promise<{ seconds: number; peakMiB?: number }> => {
      const command = { program: process.execPath, args: [main, ...args] }
      return (await measure(command, { folder, output: join(folder, 'output.log') })) ?? { seconds: Infinity }
    }
    // What is in step is recorded before there is any history: else git would be asked for each passage.
    writeHistory(folder, source, () =>
      spawnSync(process.execPath, [main, 'sync', '--json'], { cwd: folder, stdio: 'ignore' }),
    )
    const told = (name: string, { seconds, peakMiB = 0 }: { seconds: number; peakMiB?: number }): void => {
      console.log(`${name.padEnd(28)} ${seconds.toFixed(2)} s  ${peakMiB.toFixed(0)} MiB`)
    }
    rmSync(join(folder, '.hexapla/cache'), { recursive: true, force: true })
    const first = await hexapla('status')
    told('status, the first time', first)
    const second = await hexapla('status')
    told('status, the second time', second)
    return (
      first.seconds <= most.first &&
      second.seconds <= most.second &&
      Math.max(first.peakMiB ?? 0, second.peakMiB ?? 0) <= most.memory
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A repository in which every document was changed now and then, made with `git fast-import`. */
function writeHistory(folder: string, source: string, record: () => void): void {
  const random = randomOf(seed)
  const paths = readdirSync(join(folder, 'guides'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `guides/${path}`)
    .sort()
  const texts = new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
  const parts: string[] = []
  const commit = (number: number, changed: Iterable<string>): void => {
    const time = 1_600_000_000 + number * 3600
    parts.push(
      `commit refs/heads/main\nmark :${number + 1}\ncommitter Bench <bench@example.com> ${time} +0000\ndata 1\n.\n`,
    )
    if (number > 0) parts.push(`from :${number}\n`)
    for (const path of changed) {
      const text = texts.get(path) ?? ''
      parts.push(`M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`)
    }
  }
  commit(0, paths)
  const sources = paths.filter((path) => path.endsWith(`.${source}.md`))
  for (let number = 1; number <= commits; number++) {
    const path = random.pick(random.chance(0.3) ? sources : paths)
    const lines = (texts.get(path) ?? '').split('\n')
    const prose = lines.flatMap((line, at) => (/^\p{L}.{30,}/u.test(line) && at > 8 ? [at] : []))
    const at = prose.length === 0 ? lines.length - 1 : random.pick(prose)
    lines[at] = `${(lines[at] ?? '').replace(/ \(\w+\)$/, '')} (n${number})`
    texts.set(path, lines.join('\n'))
    commit(number, [path])
  }
  for (const [path, text] of texts) writeFileSync(join(folder, path), text)
  record()
  for (const path of sources.filter(() => random.chance(0.2)))
    writeFileSync(join(folder, path), (texts.get(path) ?? '').replace(/\(n\d+\)/, 'and more'))
  const git = (args: readonly string[], input?: string): void => {
    const { status, stderr } = spawnSync('git', args, {
      cwd: folder,
      input,
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    })
    if (status !== 0) throw new Error(stderr)
  }
  git(['init', '-q', '-b', 'main'])
  git(['fast-import', '--quiet'], parts.join(''))
  git(['reset', '-q'])
}
