import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { rules } from '../../src/lint/rules/index.ts'

const rounds = 3
/** How much longer a run may take for the rules of settings. */
const most = 0.15

/**
 * Lints `guides/`, copied 200 times or as often as is said, with the rules of settings and without them, in turn, and compares the times of
 * the processor. True where the rules of settings take less than 15 % of the rest.
 */
export function run([count = '200']: readonly string[]): Promise<boolean> {
  const home = resolve(process.env.INIT_CWD ?? '.')
  const folder = mkdtempSync(join(tmpdir(), 'hexapla-cost-'))
  try {
    const documents = copyGuides(join(home, 'guides'), folder, Number(count))
    const recommended = rules.flatMap(({ id, recommended: isOn }) => (isOn === false ? [] : id))
    const others = recommended.filter((id) => !id.startsWith('settings-'))
    const times = { without: [] as number[], with: [] as number[] }
    for (let round = 0; round < rounds; round++) {
      times.without.push(secondsOf(home, folder, others))
      times.with.push(secondsOf(home, folder, recommended))
    }
    const [without, all] = [median(times.without), median(times.with)]
    const share = all / without - 1
    console.log(
      `${documents} documents, processor time without the rules of settings ${without.toFixed(2)} s, with them ${all.toFixed(2)} s: ${(100 * share).toFixed(1)} % more (medians of ${rounds})`,
    )
    return Promise.resolve(share < most)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Each guide stands in a folder of its own in each copy; pictures are left out, since no rule of settings reads them. */
function copyGuides(guides: string, folder: string, copies: number): number {
  const names = readdirSync(guides, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  )
  for (let copy = 0; copy < copies; copy++)
    for (const name of names) cpSync(join(guides, name), join(folder, 'guides', `copy-${copy}`, name))
  cpSync(join(guides, 'settings.yaml'), join(folder, 'guides', 'settings.yaml'))
  writeFileSync(
    join(folder, 'hexapla.config.yaml'),
    'source: fr-fr\nlayouts:\n  - guides/{guide}/{type}.{locale}.md\n',
  )
  return copies * names.length
}

/** Tells the time that all threads took, when the program ends. */
const clock = `process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  process.stderr.write('\\ncpu ' + (user + system) / 1e6 + '\\n')
})`

function secondsOf(home: string, cwd: string, only: readonly string[]): number {
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(clock)}`,
      join(home, 'dist/cli/main.js'),
      ...['lint', 'guides', '--no-cache', '--reporter', 'compact', '--output-file', 'out.txt'],
      ...['--rule', ...only],
    ],
    { cwd, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 64 * 1024 * 1024 },
  )
  const seconds = [...stderr.matchAll(/^cpu ([\d.]+)$/gm)].map(([, figure]) => Number(figure))
  if (status === null || status > 1 || seconds.length === 0 || !existsSync(join(cwd, 'out.txt')))
    throw new RangeError(`Unexpected end of the run, expected a time\n${stderr.slice(-2000)}`)
  return Math.max(...seconds)
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN
}
