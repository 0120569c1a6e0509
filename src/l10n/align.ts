import { Recent } from '../corpus/recent.ts'
import type { Block } from '../markdown/block.ts'
import { Affinity } from './affinity.ts'
import { backboneOf } from './backbone.ts'
import { beadsOf, type Bead } from './bead.ts'
import { rememberedBeads, type BeadMemory } from './bead-memory.ts'
import { evenSteps } from './even.ts'
import { corridorOf } from './corridor.ts'
import { stepsOf, tokenRows } from './lattice.ts'
import { lexiconOf, translated } from './lexicon.ts'
import { withMoved } from './moved.ts'
import { profileOf, type Profile } from './profile.ts'
import { isPair, type Step } from './step.ts'

/** What all but the tokens may say against two blocks that share a rare token, and still be hung on. */
const leastLocal = -2

/** More pairs than these are in nobody's hand at a time. */
const recent = new Recent<string, readonly Bead[]>(64)
const numbers = new WeakMap<readonly Block[], number>()
let count = 0

/** A number for some blocks, the same while they are the same. */
function numberOf(blocks: readonly Block[]): number {
  const number = numbers.get(blocks) ?? ++count
  numbers.set(blocks, number)
  return number
}

/** Pairs the blocks of two documents. Whoever asks, rules, kits, sync or preview, two texts in hand are aligned once. */
export function alignBlocks(
  source: readonly Block[],
  target: readonly Block[],
  memory?: BeadMemory,
): readonly Bead[] {
  return recent.getOr(`${numberOf(source)} ${numberOf(target)}`, () => alignAnew(source, target, memory))
}

/**
 * Pairs blocks: one by one where they go side by side; else in order along what both surely share, then, where that left
 * blocks over, again with the words that the first go has shown to stand for each other, and out of order what was moved.
 * What a memory knows of texts that do not go side by side is not looked for again.
 */
export function alignAnew(
  source: readonly Block[],
  target: readonly Block[],
  memory?: BeadMemory,
): readonly Bead[] {
  const [from, to] = [profileOf(source), profileOf(target)]
  const even = evenSteps(from, to)
  return even ? beadsOf(even) : rememberedBeads(source, target, memory, () => alignUneven(from, to))
}

function alignUneven(sourceProfile: Profile, targetProfile: Profile): Bead[] {
  const steps = alignOnce(sourceProfile, targetProfile)
  if (steps.every(isPair)) return beadsOf(steps)
  const lexicon = lexiconOf(sourceProfile, targetProfile, steps)
  return beadsOf(alignOnce(sourceProfile, translated(targetProfile, lexicon), steps))
}

/** One go; what is known of pairs from one before tells how long translations are. */
function alignOnce(source: Profile, target: Profile, known?: readonly Step[]): readonly Step[] {
  const affinity = new Affinity(source, target)
  const meetings = affinity.meetings.filter(
    (each) => affinity.local(each.source, each.target, leastLocal) > leastLocal,
  )
  const backbone = backboneOf(meetings, target.length)
  affinity.measure(known?.filter(isPair) ?? backbone)
  const corridor = corridorOf(backbone, source.length, target.length)
  const steps = stepsOf(source, target, affinity, corridor, known)
  return withMoved(steps, affinity, tokenRows(target.length))
}
