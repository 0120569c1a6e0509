import { join } from 'node:path'
import { alignAnew } from '../../src/l10n/align.ts'
import type { Block } from '../../src/markdown/block.ts'
import { randomOf, type Random } from '../bench/random.ts'
import { growthsOf } from './alignment-growth.ts'
import {
  deepened,
  dropped,
  joined,
  moved,
  shifted,
  undisturbed,
  withoutSections,
  type Disturbed,
} from './disturb.ts'
import { galeChurch, type Pair } from './gale-church.ts'
import { labelled } from './labelled.ts'
import { readPairs, type PagePair } from './page-pairs.ts'

/** What is done to a target, with the least precision and recall that the beads must have afterwards. */
interface Trial {
  readonly name: string
  readonly disturb: (blocks: Disturbed[], random: Random) => Disturbed[]
  readonly least: readonly [precision: number, recall: number]
}

const trials: readonly Trial[] = [
  { name: 'as it is', disturb: (all) => all, least: [1, 0.999] },
  { name: '10 % dropped', disturb: (all, random) => dropped(all, 0.1, random), least: [0.998, 0.998] },
  { name: '30 % dropped', disturb: (all, random) => dropped(all, 0.3, random), least: [0.995, 0.994] },
  {
    name: 'all at once',
    disturb: (all, random) =>
      moved(deepened(joined(withoutSections(all, 0.1, random), 0.1, random)), 5, random),
    least: [0.99, 0.98],
  },
]

/** Words of one in twenty paragraphs moved to the next one, or from it, where some blocks are missing. */
const shift: Trial = {
  name: 'words moved',
  disturb: (all, random) => shifted(dropped(all, 0.05, random), 0.05, random),
  least: [0.99, 0.99],
}

const seeds = [1, 2, 3]

/**
 * Aligns the pages of a site with those of its source. Pages whose blocks are of the same kinds in the same order are
 * their own truth, and are then disturbed; pairs that were labelled by hand are the truth for pages that differ.
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const [folder = '.', source = 'en'] = args
  const pages = await readPairs(folder, source)
  const locales = [...new Set(pages.map(({ locale }) => locale))]
  let holds = timed(pages)
  for (const locale of locales) {
    const own = pages.filter((page) => page.locale === locale)
    const equal = own.filter(isEqual)
    console.log(`${locale}: ${own.length} pairs, ${equal.length} of equal structure`)
    for (const trial of [...trials, shift]) holds = tryOut(trial, equal) && holds
    console.log(`  ${twosIn(equal)}`)
  }
  return (await labelled(join(folder, '..'))) && holds
}

function isEqual({ source, target }: PagePair): boolean {
  return signature(source) === signature(target)
}

function signature(blocks: readonly Block[]): string {
  return blocks.map(({ kind, level }) => kind + String(level)).join()
}

/** Counts of pairs: said and right, said, and true. */
class Tally {
  right = 0
  said = 0
  all = 0

  add(pairs: readonly Pair[], disturbed: readonly Disturbed[]): void {
    this.all += disturbed.filter(({ from }) => from.length === 1).length
    this.said += pairs.length
    for (const [source, target] of pairs) {
      const from = disturbed[target]?.from ?? []
      if (from.length === 1 && from[0] === source) this.right++
    }
  }

  get precision(): number {
    return this.right / this.said
  }

  get recall(): number {
    return this.right / this.all
  }

  toString(): string {
    return `${this.precision.toFixed(4)}/${this.recall.toFixed(4)}`
  }
}

function tryOut({ name, disturb, least }: Trial, pages: readonly PagePair[]): boolean {
  const own = new Tally()
  const baseline = new Tally()
  for (const seed of seeds) {
    for (const [index, { source, target }] of pages.entries()) {
      const disturbed = disturb(undisturbed(target), randomOf(seed * 1_000_003 + index))
      const blocks = disturbed.map(({ block }) => block)
      own.add(pairsOf(source, blocks), disturbed)
      if (seed === seeds[0]) baseline.add(galeChurch(source, blocks), disturbed)
    }
  }
  // The figures are promised to three digits.
  const holds = round(own.precision) >= least[0] && round(own.recall) >= least[1]
  const verdict = holds ? '' : `  below ${least.map((value) => value.toFixed(3)).join('/')}`
  console.log(`  ${name.padEnd(14)} ${String(own)}   by length alone ${String(baseline)}${verdict}`)
  return holds
}

/** How many of the two blocks between which words were moved are found as a bead of two and two. */
function twosIn(pages: readonly PagePair[]): string {
  let made = 0
  let found = 0
  let right = 0
  for (const [index, { source, target }] of pages.entries()) {
    const disturbed = shift.disturb(undisturbed(target), randomOf(index))
    const truth = new Map<string, number>()
    for (const [at, { from }] of disturbed.entries()) if (from.length === 2) truth.set(from.join(), at)
    made += truth.size
    for (const bead of alignAnew(
      source,
      disturbed.map(({ block }) => block),
    )) {
      if (bead.source.length !== 2 || bead.target.length !== 2) continue
      found++
      if (truth.get(bead.source.join()) === bead.target[1]) right++
    }
  }
  return `of ${made} parted otherwise ${right} found, ${found - right} more said to be`
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000
}

function pairsOf(source: readonly Block[], target: readonly Block[]): Pair[] {
  return alignAnew(source, target).flatMap((bead): Pair[] => {
    const [from, to] = [bead.source[0], bead.target[0]]
    const isPair = bead.source.length === 1 && bead.target.length === 1
    return isPair && from !== undefined && to !== undefined ? [[from, to]] : []
  })
}

const mostSeconds = 4
const mostGrowth = 2.5

/** Every pair gets an answer in which each block is once; all of them within some seconds; twice the blocks in not much more than twice the time. */
function timed(pages: readonly PagePair[]): boolean {
  const clock = process.cpuUsage()
  let broken = 0
  for (const { source, target } of pages) {
    const beads = alignAnew(source, target)
    const isWhole = (side: 'source' | 'target', blocks: readonly Block[]): boolean =>
      beads
        .flatMap((bead) => bead[side])
        .sort((a, b) => a - b)
        .every((place, index) => place === index) &&
      beads.reduce((count, bead) => count + bead[side].length, 0) === blocks.length
    if (!isWhole('source', source) || !isWhole('target', target)) broken++
  }
  const seconds = secondsSince(clock)
  const growths = growthsOf(pages).sort((a, b) => a - b)
  const [least = 0, middle = 0, most = 0] = [0, growths.length >> 1, growths.length - 1].map(
    (at) => growths[at],
  )
  console.log(
    `${pages.length} pairs aligned in ${seconds.toFixed(2)} s of processor time, ${broken} without every block in one bead`,
  )
  console.log(
    `twice the blocks in ${middle.toFixed(2)} times the time, ${least.toFixed(2)} to ${most.toFixed(2)} in ${growths.length} texts`,
  )
  return broken === 0 && seconds < mostSeconds && most <= mostGrowth
}

function secondsSince(clock: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(clock)
  return (user + system) / 1e6
}
