import { alignAnew } from '../../src/l10n/align.ts'
import type { Block } from '../../src/markdown/block.ts'
import { randomOf } from '../bench/random.ts'
import { dropped, undisturbed } from './disturb.ts'
import type { PagePair } from './page-pairs.ts'

/** Two texts side by side. */
type Texts = Pick<PagePair, 'source' | 'target'>

const longest = 10_000
const halvings = 2
const runs = 5

/**
 * How many times longer two texts take than both their halves on average, the halves of these, too: of each locale, its
 * pages put behind each other. One in ten of the target's blocks is left out, so that no part goes side by side with its
 * source, which would be told at a glance.
 */
export function growthsOf(pages: readonly PagePair[]): number[] {
  const locales = [...new Set(pages.map(({ locale }) => locale))]
  return locales.flatMap((locale, index) => {
    const random = randomOf(index)
    let length = 0
    const parts = pages
      .filter((page) => page.locale === locale && (length += page.source.length) <= longest)
      .map(({ source, target }) => ({
        source,
        target: dropped(undisturbed(target), 0.1, random).map(({ block }) => block),
      }))
    return growths(parts, halvings)
  })
}

function growths(parts: readonly Texts[], left: number): number[] {
  if (left === 0) return []
  const middle = middleOf(parts)
  const halves = [parts.slice(0, middle), parts.slice(middle)]
  const [whole = 0, ...rest] = leastTimes([parts, ...halves].map(joined))
  const half = rest.reduce((sum, time) => sum + time, 0) / rest.length
  return [whole / half, ...halves.flatMap((each) => growths(each, left - 1))]
}

/** Where about half of the blocks are behind. */
function middleOf(parts: readonly Texts[]): number {
  const all = parts.reduce((sum, { source }) => sum + source.length, 0)
  let length = 0
  return parts.findIndex(({ source }) => (length += source.length) * 2 >= all)
}

function joined(parts: readonly Texts[]): Texts {
  const side = (name: keyof Texts): Block[] => parts.flatMap((part) => part[name])
  return { source: side('source'), target: side('target') }
}

/** The processor time of each, in turn, so that what else the machine does strikes all alike; the least of some goes. */
function leastTimes(texts: readonly Texts[]): number[] {
  const times = texts.map(() => Infinity)
  for (let run = 0; run < runs; run++)
    for (const [at, { source, target }] of texts.entries()) {
      const clock = process.cpuUsage()
      alignAnew(source, target)
      const { user, system } = process.cpuUsage(clock)
      times[at] = Math.min(times[at] ?? Infinity, user + system)
    }
  return times
}
