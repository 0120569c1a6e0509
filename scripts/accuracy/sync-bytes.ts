import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { globbySync } from 'globby'
import { defaultConfig } from '../../src/corpus/config.ts'
import { FactsReader } from '../../src/io/facts-reader.ts'
import { blobIdOf } from '../../src/io/git-history.ts'
import { printLedger, type Ledger } from '../../src/l10n/ledger.ts'
import { pageOf } from '../../src/sync/passage.ts'
import { planSync, type Plan } from '../../src/sync/plan.ts'
import { sheetOf, type Sheet } from '../../src/sync/sheet.ts'
import { syncTarget, type TargetOutcome } from '../../src/sync/target.ts'
import { applyEdits } from '../../src/text/edit.ts'
import { overlaps, type Range } from '../../src/text/range.ts'
import { randomOf } from '../bench/random.ts'

/** A target, its source as it was and as it is. */
interface Case {
  readonly name: string
  readonly base: string
  readonly head: string
  readonly target: string
}

type Recorded = Pick<Ledger, 'synced' | 'lines'>

/**
 * Holds syncs to the law of bytes: one with nothing to do writes nothing, neither a target nor a ledger; a sync twice
 * is a sync once; and every byte that changes lies in a passage or a field that the plan names, or where one comes or
 * goes. Folders hold `<locale>/…` pages beside those of
 * `en/`, or `<name>.<locale>.md` beside `<name>.fr-fr.md`; of the source passages are then changed, taken out and put
 * in. Or they hold the states of pages that `replay` knows.
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const reader = await FactsReader.open(defaultConfig)
  const counts = {
    cases: 0,
    'changed with nothing to do': 0,
    'changed by a second sync': 0,
    'edits out of order': 0,
    'bytes that no plan names': 0,
  }
  try {
    for (const each of args.flatMap((folder) => [...casesIn(resolve(process.env.INIT_CWD ?? '.', folder))])) {
      const path = each.name.endsWith('.mdx') ? 'guide.mdx' : 'guide.md'
      const read = async (text: string): Promise<Sheet> =>
        sheetOf(pageOf(await reader.read(text, path), text))
      counts.cases++
      const faults = await faultsOf(each, read)
      for (const fault of faults) {
        counts[fault]++
        console.log(`${each.name}: ${fault}`)
      }
    }
  } finally {
    await reader.close()
  }
  for (const [name, count] of Object.entries(counts)) console.log(`${name.padEnd(28)} ${count}`)
  const { cases, ...faults } = counts
  return cases > 0 && Object.values(faults).every((count) => count === 0)
}

type Fault =
  | 'changed with nothing to do'
  | 'changed by a second sync'
  | 'edits out of order'
  | 'bytes that no plan names'

const addresses = { ownOf: (url: string): string => url }

async function faultsOf(
  { base, head, target }: Case,
  read: (text: string) => Promise<Sheet>,
): Promise<Fault[]> {
  const sync = async (from: string, to: string, text: string, ledger: Recorded): Promise<TargetOutcome> =>
    syncTarget({
      base: await read(from),
      head: await read(to),
      blob: blobIdOf(to),
      target: await read(text),
      ledger,
      addresses,
      offer: (words) => ({ text: words, origin: 'source' }),
      ownKeys: new Set(['updated', 'slug']),
      hints: {},
      isAccepted: false,
      isMade: false,
      read,
    })
  const begun = await sync(base, base, target, { synced: [blobIdOf(base)], lines: [] })
  const idle = await sync(base, base, target, begun.ledger)
  const faults: Fault[] = []
  if (begun.edits.length + idle.edits.length > 0 || printLedger(idle.ledger) !== printLedger(begun.ledger))
    faults.push('changed with nothing to do')
  const once = await sync(base, head, target, idle.ledger)
  const text = applyEdits(target, once.edits)
  if (text !== once.target.text) faults.push('edits out of order')
  const pages = { base: await read(base), head: await read(head), target: await read(target) }
  if (once.edits.some(({ range }) => !isNamed(range, pages, planSync({ ...pages, addresses }))))
    faults.push('bytes that no plan names')
  const twice = await sync(once.ledger.synced[0] === blobIdOf(head) ? head : base, head, text, once.ledger)
  if (applyEdits(text, twice.edits) !== text || printLedger(twice.ledger) !== printLedger(once.ledger))
    faults.push('changed by a second sync')
  return faults
}

/** True of a range that lies in passages that a plan names, in a field that the source changed, or between passages where something comes or goes. */
function isNamed(
  range: Range,
  pages: Readonly<Record<'base' | 'head' | 'target', Sheet>>,
  plan: Plan,
): boolean {
  const { base, head, target } = pages
  const { frontMatter } = target.facts
  if (frontMatter && range.start < frontMatter.range.end) {
    const valueOf = ({ facts, text }: Sheet, key: string): string | undefined => {
      const field = facts.frontMatter?.fields.find((each) => each.key === key)
      return field && text.slice(field.valueRange.start, field.valueRange.end)
    }
    const own = frontMatter.fields.filter((field) => overlaps(field.valueRange, range))
    return own.every(({ key }) => valueOf(base, key) !== valueOf(head, key))
  }
  const named = new Set(plan.items.flatMap(({ changes, target: own }) => (changes.size > 0 ? own : [])))
  const mayMove = plan.items.some(({ changes }) =>
    (['new', 'removed', 'moved'] as const).some((change) => changes.has(change)),
  )
  const touched = [...target.passages.keys()].filter((index) => {
    const passage = target.passages[index]
    return passage !== undefined && overlaps(passage.range, range)
  })
  return touched.length > 0 ? touched.every((index) => named.has(index)) : mayMove
}

function* casesIn(folder: string): Iterable<Case> {
  const read = (...path: string[]): string => readFileSync(join(folder, ...path), 'utf8')
  for (const path of globbySync('*/*/source.base.md', { cwd: folder }).sort()) {
    const event = path.slice(0, -'/source.base.md'.length)
    yield {
      name: event,
      base: read(path),
      head: read(event, 'source.head.md'),
      target: read(event, 'target.before.md'),
    }
  }
  for (const source of globbySync('**/*.fr-fr.md', { cwd: folder }).sort()) {
    const name = source.slice(0, -'fr-fr.md'.length)
    const siblings = globbySync(`${name}*.md`, { cwd: folder }).sort()
    for (const [index, path] of siblings.entries())
      if (path !== source)
        yield { name: path, base: read(source), head: changed(read(source), index), target: read(path) }
  }
  const locales = readdirSync(folder)
  if (!locales.includes('en')) return
  for (const [index, path] of globbySync('*/**/*.{md,mdx}', { cwd: folder }).sort().entries()) {
    const [locale = '', ...rest] = path.split('/')
    if (locale === 'en') continue
    let base: string
    try {
      base = read('en', ...rest)
    } catch {
      continue
    }
    yield { name: path, base, head: changed(base, index), target: read(path) }
  }
}

/** A source some of whose lines were changed, taken out, or put in. */
function changed(text: string, seed: number): string {
  const random = randomOf(seed + 1)
  const stretches = text.split(/(\n\n+)/)
  return stretches
    .flatMap((stretch, at) => {
      if (at < 2 || at % 2 === 1 || !/^\p{L}/u.test(stretch) || !random.chance(0.12)) return [stretch]
      if (random.chance(0.3)) return []
      if (random.chance(0.4)) return [stretch, '\n\n', `A new passage, number ${at}.`]
      return [
        stretch
          .replace(/https?:\/\/[^\s)]+/, 'https://example.com/new')
          .replace(/\b\d+\b/, '77')
          .replace(/\w+/, 'Changed'),
      ]
    })
    .join('')
}
