import type { Block } from '../markdown/block.ts'
import { hashOf } from '../text/edit.ts'
import type { Bead } from './bead.ts'

/** What was found before, by names of 64 digits: kept from one run to the next by whoever may write. */
export interface BeadMemory {
  get(name: string): string | undefined
  /** @param line without a line end */
  set(name: string, line: string): void
}

/** The beads of two texts: those that are remembered, or found now and remembered. */
export function rememberedBeads(
  source: readonly Block[],
  target: readonly Block[],
  memory: BeadMemory | undefined,
  find: () => Bead[],
): Bead[] {
  if (!memory) return find()
  const name = hashOf(`${nameOf(source)} ${nameOf(target)}`)
  const line = memory.get(name)
  if (line !== undefined) return unpackBeads(line)
  const beads = find()
  memory.set(name, packBeads(beads))
  return beads
}

/** A source stands beside many targets. */
const names = new WeakMap<readonly Block[], string>()

/** A name by all that an alignment knows of a text. */
function nameOf(blocks: readonly Block[]): string {
  const name =
    names.get(blocks) ??
    hashOf(blocks.map(({ kind, level, print }) => `${kind} ${level} ${print}`).join('\n'))
  names.set(blocks, name)
  return name
}

/** Five numbers a bead: where it begins in the source and how many blocks it has there, the same of the target, its confidence. */
const width = 5
const thousand = 1000
const moved = 2000

/** Beads as a line of numbers. */
export function packBeads(beads: readonly Bead[]): string {
  return beads
    .flatMap(({ source, target, confidence, isMoved }) => [
      source[0] ?? 0,
      source.length,
      target[0] ?? 0,
      target.length,
      Math.round(confidence * thousand) + (isMoved ? moved : 0),
    ])
    .join()
}

/** The beads of a line. */
export function unpackBeads(line: string): Bead[] {
  const numbers = line === '' ? [] : line.split(',').map(Number)
  const beads: Bead[] = []
  for (let at = 0; at < numbers.length; at += width) {
    const [source = 0, sources = 0, target = 0, targets = 0, sum = 0] = numbers.slice(at, at + width)
    const bead = {
      source: Array.from({ length: sources }, (_, index) => source + index),
      target: Array.from({ length: targets }, (_, index) => target + index),
      confidence: (sum % moved) / thousand,
    }
    beads.push(sum >= moved ? { ...bead, isMoved: true } : bead)
  }
  return beads
}
