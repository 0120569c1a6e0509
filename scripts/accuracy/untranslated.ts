import { parseArgs } from 'node:util'
import type { Document } from '../../src/corpus/document.ts'
import type { FactsReader } from '../../src/io/facts-reader.ts'
import { alignmentOf } from '../../src/l10n/alignment.ts'
import { fewestWords } from '../../src/l10n/untranslated.ts'
import type { Message } from '../../src/lint/message.ts'
import { lint, type RunInput } from '../../src/lint/run.ts'
import { printOf, type Block, type BlockKind } from '../../src/markdown/block.ts'
import { linePrefixAt } from '../../src/markdown/lines.ts'
import { applyEdits } from '../../src/text/edit.ts'
import { groupBy } from '../../src/text/group-by.ts'
import { overlaps, sliceOf, type Range } from '../../src/text/range.ts'
import { hashesIn } from '../../src/text/short-hash.ts'
import { randomOf } from '../bench/random.ts'
import { withFolder } from './linted.ts'

const help = 'Usage: npm run accuracy -- untranslated DIR --config FILE [--every 20] [--seed 1] [--missed]'
const ruleId = 'translation-untranslated'
const leastFound = 0.97
const mostAccused = 0.01
const prose: ReadonlySet<BlockKind> = new Set(['heading', 'paragraph', 'item'])

/** A page into which blocks of its source were put, and where they are in it. */
interface Mixed {
  readonly document: Document
  readonly text: string
  readonly put: readonly Range[]
}

/** Puts blocks of the source into translations, one in so many, and counts which of them are found, and what else is. */
export async function run(args: readonly string[]): Promise<boolean> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      config: { type: 'string' },
      every: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
      missed: { type: 'boolean', default: false },
    },
  })
  const [folder] = positionals
  if (folder === undefined) {
    console.log(help)
    return false
  }
  const options = {
    only: new Set([ruleId]),
    ...(values.config !== undefined && { configPath: values.config }),
  }
  return withFolder(folder, options, async (input, reader) => {
    const random = randomOf(Number(values.seed))
    const mixed: Mixed[] = []
    for (const guide of input.corpus.guides.values()) {
      for (const target of guide.documents.values()) {
        if (!guide.source || target === guide.source) continue
        const edits = drawn(guide.source, target, input, () => random.chance(1 / Number(values.every)))
        if (edits.length > 0) mixed.push(await mix(target, edits, input, reader))
      }
    }
    return judged(input, mixed, values.missed)
  })
}

interface Put {
  readonly range: Range
  readonly text: string
}

/** A link to another site and nothing else but tags: what the page there is called, which is a name. */
const title = /^(?:<[^>]*>\s*)*\[[^\]]*\]\(https?:[^)]*\)(?:\s*<[^>]*>)*$/

/** Blocks of one line and of enough words, each in the place of its translation; what is quoted may be somebody's own words. */
function drawn(source: Document, target: Document, { textOf }: RunInput, isDrawn: () => boolean): Put[] {
  const [from, to] = [textOf(source.path), textOf(target.path)]
  return alignmentOf(source, target).groups.flatMap((group): Put[] => {
    const [own, other] = [group.source[0], group.target[0]]
    if (!own || !other || group.source.length + group.target.length > 2) return []
    if (own.kind !== other.kind || !isLong(own) || !isLong(other)) return []
    const [text, before] = [sliceOf(from, own.range), sliceOf(to, other.range)]
    if (text === before || title.test(text) || (text + before).includes('\n')) return []
    if (linePrefixAt(to, other.range.start).includes('>') || !isDrawn()) return []
    return [{ range: other.range, text }]
  })
}

function isLong(block: Block): boolean {
  return prose.has(block.kind) && hashesIn(printOf(block).words).length >= fewestWords
}

async function mix(
  target: Document,
  edits: readonly Put[],
  { textOf }: RunInput,
  reader: FactsReader,
): Promise<Mixed> {
  const text = applyEdits(textOf(target.path), edits)
  let shift = 0
  const put = edits.map(({ range, text: words }) => {
    const start = range.start + shift
    shift += words.length - (range.end - range.start)
    return { start, end: start + words.length }
  })
  const facts = await reader.read(text, target.path)
  const document = { ...target, hash: `${target.hash} mixed`, facts }
  // What flows into the words around it there is no block.
  const starts = new Map(facts.blocks.map(({ range }) => [range.start, range.end]))
  return { document, text, put: put.filter(({ start, end }) => starts.get(start) === end) }
}

function judged(input: RunInput, mixed: readonly Mixed[], showsMissed: boolean): boolean {
  const before = groupBy(lint(input), ({ path }) => path)
  const texts = new Map(mixed.map(({ document, text }) => [document.path, text]))
  const after = groupBy(
    lint({
      ...input,
      corpus: input.corpus.with(mixed.map(({ document }) => document)),
      textOf: (path) => texts.get(path) ?? input.textOf(path),
    }),
    ({ path }) => path,
  )
  let holds = true
  for (const locale of [...input.corpus.locales].sort()) {
    const own = mixed.filter(({ document }) => document.locale === locale)
    if (own.length === 0) continue
    const all = own.flatMap(({ put }) => put).length
    const missed = own.flatMap(({ document: { path }, text, put }) =>
      put
        .filter((range) => !isTold(after.get(path), range))
        .map((range) => `${path}: ${sliceOf(text, range)}`),
    )
    if (showsMissed) for (const each of missed) console.log(`  ${each}`)
    const found = all - missed.length
    const blocks = [...input.corpus.documents.values()]
      .filter((document) => document.locale === locale)
      .flatMap(({ path, facts }) => facts.blocks.filter(isLong).map(({ range }) => ({ path, range })))
    const accused = blocks.filter(({ path, range }) => isTold(before.get(path), range)).length
    const isGood = found / all >= leastFound && accused / blocks.length <= mostAccused
    holds &&= isGood
    console.log(
      `${locale}: ${String(found)} of ${String(all)} found, ${share(found, all)}; of ${String(blocks.length)} blocks as they stand ${String(accused)} told, ${share(accused, blocks.length)}${isGood ? '' : '  not enough'}`,
    )
  }
  return holds
}

function isTold(messages: readonly Message[] | undefined, range: Range): boolean {
  return messages?.some((message) => overlaps(message.range, range)) ?? false
}

function share(count: number, all: number): string {
  return `${((100 * count) / all).toFixed(2)} %`
}
