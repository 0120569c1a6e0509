import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultLimits, limitProblemIn } from '../../src/markdown/limits.ts'
import { loadNativeParse, loadRemarkParse, type Format } from '../../src/markdown/parse.ts'
import { outcomeOf, shrink, type Difference, type Pair } from './compare.ts'
import { generatorOf, specificationExamples } from './generate.ts'

interface Text {
  readonly name: string
  readonly text: string
  readonly format: Format
}

interface Tally {
  documents: number
  refused: number
  readonly remark: Map<string, number>
  readonly differences: { readonly name: string; readonly text: Text; readonly difference: Difference }[]
}

function* specifications(): Iterable<Text> {
  for (const [i, text] of specificationExamples.entries()) {
    yield* variants({ name: `specification example ${i + 1}`, text, format: 'markdown' })
  }
}

function* folder(path: string): Iterable<Text> {
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.mdx?$/.test(entry.name)) continue
    const file = join(entry.parentPath, entry.name)
    const text = readFileSync(file, 'utf8')
    const formats: readonly Format[] = file.endsWith('.mdx') ? ['mdx', 'markdown'] : ['markdown']
    for (const format of formats) yield* variants({ name: `${file} as ${format}`, text, format })
  }
}

/** The text as it is, with other line ends, with a byte order mark, and without its last line end. */
function* variants(document: Text): Iterable<Text> {
  const { name, text } = document
  const unix = text.replace(/\r\n?/g, '\n')
  yield document
  yield { ...document, name: `${name}, CRLF`, text: unix.replace(/\n/g, '\r\n') }
  yield { ...document, name: `${name}, BOM`, text: `\uFEFF${text}` }
  yield { ...document, name: `${name}, no final newline`, text: text.trimEnd() }
}

/** Each document has a seed of its own, so that a run can go on where another stopped. */
function* generated(count: number, from: number): Iterable<Text> {
  for (let seed = from; seed < from + count; seed++) {
    const format = seed % 4 === 3 ? 'mdx' : 'markdown'
    yield { name: `generated from ${seed} as ${format}`, text: generatorOf(seed)(format), format }
  }
}

function compareAll(pair: Pair, texts: Iterable<Text>): Tally {
  const tally: Tally = { documents: 0, refused: 0, remark: new Map(), differences: [] }
  for (const text of texts) {
    tally.documents++
    if (limitProblemIn(text.text, defaultLimits)) {
      tally.refused++
      continue
    }
    const outcome = outcomeOf(pair, text.text, text.format)
    if (outcome.kind === 'remark')
      tally.remark.set(outcome.reason, (tally.remark.get(outcome.reason) ?? 0) + 1)
    if (outcome.kind === 'different')
      tally.differences.push({ name: text.name, text, difference: outcome.difference })
  }
  return tally
}

function print(title: string, pair: Pair, tally: Tally, shown: number): void {
  const { documents, refused, remark, differences } = tally
  console.log(`${title}: ${documents} documents, ${differences.length} differences, ${refused} over a limit`)
  for (const [reason, count] of [...remark].sort(([, a], [, b]) => b - a)) {
    console.log(`  read by remark: ${((count / documents) * 100).toFixed(3)} % (${count}) ${reason}`)
  }
  const seen = new Map<string, { count: number; name: string; format: Format }>()
  for (const { name, text } of differences.slice(0, shown * 5)) {
    const small = text.text.length > 20_000 ? text.text.slice(0, 200) : shrink(pair, text.text, text.format)
    const entry = seen.get(small)
    if (entry) entry.count++
    else seen.set(small, { count: 1, name, format: text.format })
  }
  for (const [small, { count, name, format }] of [...seen]
    .sort(([, a], [, b]) => b.count - a.count)
    .slice(0, shown)) {
    console.log(`  ${count} x ${JSON.stringify(small)} (${name})`)
    const outcome = outcomeOf(pair, small, format)
    if (outcome.kind !== 'different') continue
    for (const line of outcome.difference.native) console.log(`    native ${line.slice(0, 160)}`)
    for (const line of outcome.difference.remark) console.log(`    remark ${line.slice(0, 160)}`)
  }
}

/** Compares the trees of both parsers; true where they are equal everywhere. */
export async function run(args: readonly string[]): Promise<boolean> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      generated: { type: 'string', default: '10000' },
      from: { type: 'string', default: '0' },
      show: { type: 'string', default: '20' },
    },
  })
  const native = await loadNativeParse()
  if (!native) throw new Error('Unexpected missing native parser, expected `satteri` to be installed')
  const pair: Pair = { native, remark: await loadRemarkParse() }
  const folders = [...(values.from === '0' ? ['guides'] : []), ...positionals].filter(
    (path) => existsSync(path) && statSync(path).isDirectory(),
  )
  const groups: readonly (readonly [string, () => Iterable<Text>])[] = [
    ...(values.from === '0' ? [['Specification examples', specifications] as const] : []),
    ...folders.map((path) => [path, () => folder(path)] as const),
    [
      `Generated from ${values.from}`,
      () => generated(Number(values.generated), Number(values.from)),
    ] as const,
  ]
  let equal = true
  for (const [title, texts] of groups) {
    const tally = compareAll(pair, texts())
    print(title, pair, tally, Number(values.show))
    equal &&= tally.differences.length === 0
  }
  return equal
}
