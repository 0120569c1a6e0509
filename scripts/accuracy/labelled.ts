import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { defaultConfig } from '../../src/corpus/config.ts'
import { FactsReader } from '../../src/io/facts-reader.ts'
import { alignBlocks } from '../../src/l10n/align.ts'
import type { Block } from '../../src/markdown/block.ts'
import { hashOf } from '../../src/text/edit.ts'
import { placesIn } from '../../src/text/source.ts'
import { galeChurch } from './gale-church.ts'
import pairs from './labelled-pairs.json' with { type: 'json' }

/** A document's blocks, and the place `line:column` at which each begins. */
interface Page {
  readonly blocks: readonly Block[]
  readonly places: readonly string[]
}

const least = { precision: 0.97, recall: 0.96 }

/**
 * Compares alignments with what a person said who read both texts: pairs of unequal structure, of each the source blocks
 * around a place where the two differ, each with the target blocks that stand for it, or none. Links are counted, a
 * source block with a target block; the data are places and hashes alone.
 */
export async function labelled(folder: string): Promise<boolean> {
  const root = resolve(process.env.INIT_CWD ?? '.', folder)
  const reader = await FactsReader.open(defaultConfig)
  const own = { right: 0, said: 0 }
  const baseline = { right: 0, said: 0 }
  let all = 0
  let beads = 0
  let missing = 0
  for (const pair of pairs) {
    const source = await readPage(join(root, pair.source), pair.sourceHash, reader)
    const target = await readPage(join(root, pair.target), pair.targetHash, reader)
    if (!source || !target) {
      missing++
      continue
    }
    const truth = new Set(pair.beads.flatMap(([from = '', ...to]) => to.map((each) => `${from} ${each}`)))
    const asked = new Set(pair.beads.map(([from]) => from))
    all += truth.size
    beads += pair.beads.length
    const links = alignBlocks(source.blocks, target.blocks).flatMap((bead) =>
      bead.source.flatMap((from) => bead.target.map((to): [number, number] => [from, to])),
    )
    for (const [count, found] of [
      [own, links],
      [baseline, galeChurch(source.blocks, target.blocks)],
    ] as const) {
      for (const [from, to] of found) {
        const place = source.places[from]
        if (place === undefined || !asked.has(place)) continue
        count.said++
        const link = `${place} ${target.places[to] ?? ''}`
        if (truth.has(link)) count.right++
        else if (count === own && process.env.SHOW_WRONG)
          console.log(`  ${pair.source} ${pair.target} ${link}`)
      }
    }
  }
  await reader.close()
  if (missing > 0) console.log(`${missing} of ${pairs.length} labelled pairs are not there or were changed`)
  if (all === 0) return missing === 0
  const precision = own.right / own.said
  const recall = own.right / all
  console.log(
    `${beads} beads labelled by hand in ${pairs.length - missing} pairs of unequal structure: ${precision.toFixed(3)}/${recall.toFixed(3)}   by length alone ${(baseline.right / baseline.said).toFixed(3)}/${(baseline.right / all).toFixed(3)}`,
  )
  return missing === 0 && precision >= least.precision && recall >= least.recall
}

async function readPage(path: string, hash: string, reader: FactsReader): Promise<Page | undefined> {
  if (!existsSync(path)) return undefined
  const text = readFileSync(path, 'utf8')
  if (hashOf(text) !== hash) return undefined
  const { blocks } = await reader.read(text, path)
  const points = placesIn(text)
  const places = blocks.map(({ range }) => {
    const { line, column } = points.pointAt(range.start)
    return `${line}:${column}`
  })
  return { blocks, places }
}
