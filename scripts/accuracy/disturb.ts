import { packed, printOf, type Block, type Print } from '../../src/markdown/block.ts'
import { hashWidth } from '../../src/text/short-hash.ts'
import type { Random } from '../bench/random.ts'

/** A block of a text that was disturbed, and where it stood before: several places where blocks were joined. */
export interface Disturbed {
  readonly block: Block
  readonly from: readonly number[]
}

/** A text as it is. */
export function undisturbed(blocks: readonly Block[]): Disturbed[] {
  return blocks.map((block, index) => ({ block, from: [index] }))
}

/** A share of the blocks dropped. */
export function dropped(all: readonly Disturbed[], share: number, random: Random): Disturbed[] {
  return all.filter(() => !random.chance(share))
}

/** A share of the paragraphs and items joined with the next one of their kind, where that stood next from the start. */
export function joined(all: readonly Disturbed[], share: number, random: Random): Disturbed[] {
  const result: Disturbed[] = []
  for (let at = 0; at < all.length; at++) {
    const one = all[at]
    const next = all[at + 1]
    if (!one) continue
    if (!isBefore(one, next) || !random.chance(share)) {
      result.push(one)
      continue
    }
    result.push({ block: asOne(one.block, next.block), from: [...one.from, ...next.from] })
    at++
  }
  return result
}

/** Of a share of two paragraphs or items next to each other, words moved from one to the other. */
export function shifted(all: readonly Disturbed[], share: number, random: Random): Disturbed[] {
  const result: Disturbed[] = []
  for (let at = 0; at < all.length; at++) {
    const [one, next] = [all[at], all[at + 1]]
    if (!one) continue
    if (!isBefore(one, next) || !isLong(one) || !isLong(next) || !random.chance(share)) {
      result.push(one)
      continue
    }
    const part = 0.3 + random.below(40) / 100
    const isForward = random.chance(0.5)
    const [kept, gone] = partsOf(isForward ? one.block : next.block, isForward ? 1 - part : part)
    const blocks = isForward
      ? [kept, asOne(gone, next.block)]
      : [asOne(one.block, kept), { ...next.block, print: gone.print }]
    result.push(...blocks.map((block) => ({ block, from: [...one.from, ...next.from] })))
    at++
  }
  return result
}

const leastToPart = 40

function isLong({ block }: Disturbed): boolean {
  return printOf(block).size > leastToPart
}

/** Whether two stood next to each other from the start, and are words of one kind. */
function isBefore(one: Disturbed, next: Disturbed | undefined): next is Disturbed {
  const isNext = next?.from[0] === (one.from[0] ?? 0) + 1
  return isNext && one.block.kind === next.block.kind && /^(?:paragraph|item)$/.test(one.block.kind)
}

/** A block as two: the first has a share of what is in it. */
function partsOf(block: Block, share: number): [first: Block, second: Block] {
  const print = printOf(block)
  const counts = Array.from(print.shape.slice(0, -1), Number)
  const ending = print.shape.slice(-1)
  const before = (count: number): number => Math.round(count * share)
  const size = before(print.size)
  const count = before(print.count)
  const [words, numbers, marks] = [print.words, print.numbers, print.marks].map((written) => {
    const end = before(written.length / hashWidth) * hashWidth
    return [written.slice(0, end), written.slice(end)]
  })
  const part = (at: 0 | 1, own: Pick<Print, 'size' | 'count'>, digits: readonly number[]): Block => ({
    ...block,
    print: packed({
      ...own,
      words: words?.[at] ?? '',
      numbers: numbers?.[at] ?? '',
      marks: marks?.[at] ?? '',
      shape: digits.join('') + ending,
    }),
  })
  return [
    part(0, { size, count }, counts.map(before)),
    part(
      1,
      { size: print.size - size, count: print.count - count },
      counts.map((each) => each - before(each)),
    ),
  ]
}

function asOne(one: Block, next: Block): Block {
  const [a, b] = [printOf(one), printOf(next)]
  const shape = Array.from(a.shape.slice(0, -1), (digit, at) =>
    String(Math.min(9, Number(digit) + Number(b.shape.charAt(at)))),
  ).join('')
  const print = packed({
    size: a.size + b.size,
    count: a.count + b.count,
    words: (a.words + b.words).slice(0, 120),
    numbers: a.numbers + b.numbers,
    marks: a.marks + b.marks,
    shape: shape + b.shape.slice(-1),
  })
  return { ...one, range: { start: one.range.start, end: next.range.end }, print }
}

/** All headings a level deeper. */
export function deepened(all: readonly Disturbed[]): Disturbed[] {
  return all.map((each) =>
    each.block.kind === 'heading' ? { ...each, block: { ...each.block, level: each.block.level + 1 } } : each,
  )
}

/** A share of the sections dropped, at least one where there are three, each with the sections in it. */
export function withoutSections(all: readonly Disturbed[], share: number, random: Random): Disturbed[] {
  const headings = all.flatMap(({ block }, index) => (block.kind === 'heading' ? [index] : []))
  const count = headings.length < 3 ? 0 : Math.max(1, Math.round(headings.length * share))
  const gone = new Set<number>()
  for (let left = count; left > 0; left--) {
    const start = random.pick(headings)
    const level = all[start]?.block.level ?? 0
    gone.add(start)
    for (let at = start + 1; at < all.length; at++) {
      const block = all[at]?.block
      if (!block || (block.kind === 'heading' && block.level <= level)) break
      gone.add(at)
    }
  }
  return gone.size * 2 > all.length ? [...all] : all.filter((_, index) => !gone.has(index))
}

/** Some blocks put elsewhere; of a short text not more than one in ten. */
export function moved(all: readonly Disturbed[], count: number, random: Random): Disturbed[] {
  const result = [...all]
  for (let left = Math.min(count, Math.floor(all.length / 10)); left > 0; left--) {
    const from = random.below(result.length)
    const [taken] = result.splice(from, 1)
    if (!taken) continue
    result.splice(random.below(result.length + 1), 0, taken)
  }
  return result
}
