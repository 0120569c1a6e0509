import { kinds, shapeCounts, shapeWidth, type Profile } from './profile.ts'

/** What speaks against blocks of two kinds; all other pairs never meet. */
const kindred: ReadonlyMap<string, number> = new Map([
  ['paragraph item', -1.5],
  ['heading paragraph', -4],
  ['heading item', -5],
  ['paragraph image', -4],
  ['paragraph table', -6],
  ['paragraph markup', -5],
  ['item image', -5],
  ['image markup', -3],
  ['table markup', -3],
  ['paragraph code', -7],
])

/** Blocks of one kind meet as translations nearly always, by chance as often as the kind is frequent. */
export function kindGains(source: Profile, target: Profile): Float64Array {
  const counts = new Float64Array(kinds.length)
  for (const profile of [source, target])
    for (const kind of profile.kinds) counts[kind] = (counts[kind] ?? 0) + 1
  const all = source.length + target.length + 1
  const gains = kinds.flatMap((a, i) =>
    kinds.map((b) =>
      a === b
        ? Math.min(2.5, -Math.log(((counts[i] ?? 0) + 1) / all) * 0.7)
        : (kindred.get(`${a} ${b}`) ?? kindred.get(`${b} ${a}`) ?? -12),
    ),
  )
  return Float64Array.from(gains)
}

/** The logarithm of the ratio of two lengths is normal about 0 for translations, the wider the shorter they are. */
export function sizeGain(expected: number, size: number): number {
  if (expected === 0 && size === 0) return 0
  const difference = Math.log((size + 4) / (expected + 4))
  const variance = 0.045 + 1.4 / (Math.min(expected, size) + 8)
  const gain = 0.5 * Math.log(1.6 / variance) - ((difference * difference) / 2) * (1 / variance - 1 / 1.6)
  return Math.max(-3.5, gain)
}

/**
 * What it is worth that two blocks agree in a count, none set aside, and that they differ by one: stops, commas, colons,
 * brackets, quotes, questions, exclamations; emphases, links, code, pictures.
 */
const agreeing = Float64Array.of(0.1, 0.3, 0.5, 0.4, 0.2, 0.4, 0.3, 0.6, 0.4, 0.4, 1)
const differing = Float64Array.of(0.6, 0.3, 0.4, 0.7, 0.4, 0.6, 0.6, 1, 0.9, 0.9, 1)

/** What sizes and shapes can say for a pair at most. */
export const mostSize: number = 0.5 * Math.log(1.6 / 0.045)
export const mostShape: number = agreeing.reduce((sum, each) => sum + each, 0.6)

/** What the counts of two blocks say; of each side a second one is added where it is not -1. */
export function shapeGain(
  a: Uint8Array,
  i: number,
  i2: number,
  b: Uint8Array,
  j: number,
  j2: number,
): number {
  let gain = a[i * shapeWidth + shapeCounts] === b[j * shapeWidth + shapeCounts] ? 0.6 : 0.1
  for (let at = 0; at < shapeCounts; at++) {
    let one = a[i * shapeWidth + at] ?? 0
    let other = b[j * shapeWidth + at] ?? 0
    if (i2 >= 0) one += a[i2 * shapeWidth + at] ?? 0
    if (j2 >= 0) other += b[j2 * shapeWidth + at] ?? 0
    if (one !== other) gain -= (differing[at] ?? 0) * Math.min(3, Math.abs(one - other))
    else if (one > 0) gain += agreeing[at] ?? 0
  }
  return Math.max(-3.5, gain)
}
