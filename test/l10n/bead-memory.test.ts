import { expect, test } from 'vitest'
import { alignBlocks } from '../../src/l10n/align.ts'
import { packBeads, unpackBeads, type BeadMemory } from '../../src/l10n/bead-memory.ts'
import type { Bead } from '../../src/l10n/bead.ts'
import { readFacts } from '../support/corpus.ts'

const beads: Bead[] = [
  { source: [0], target: [0], confidence: 0.982 },
  { source: [1], target: [], confidence: 0.5 },
  { source: [], target: [1], confidence: 1 },
  { source: [2, 3], target: [2], confidence: 0.731 },
  { source: [4], target: [5], confidence: 0, isMoved: true },
  { source: [5], target: [3, 4], confidence: 0.001 },
  { source: [6, 7], target: [6, 7], confidence: 0.9 },
]

test('beads come back from a line as they were', () => {
  const line = packBeads(beads)
  expect(line).not.toContain('\n')
  expect(unpackBeads(line)).toEqual(beads)
  expect(unpackBeads(packBeads([]))).toEqual([])
})

const source = '## Les ports\n\nLe port est 465.\n\nTapez `ls`.\n\n![](01.png)\n'
const uneven =
  '## Porty\n\nPort to 465.\n\nNowy akapit, którego nie ma nigdzie.\n\nWpisz `ls`.\n\n![](01.png)\n'

function memoryOf(lines: Map<string, string>): BeadMemory & { readonly kept: string[] } {
  const kept: string[] = []
  return {
    kept,
    get: (name) => lines.get(name),
    set: (name, line) => {
      kept.push(name)
      lines.set(name, line)
    },
  }
}

function blocksOf(text: string): ReturnType<typeof readFacts>['blocks'] {
  return readFacts(text).blocks
}

test('what was aligned once is not aligned again, whoever reads the texts', () => {
  const lines = new Map<string, string>()
  const [first, second] = [memoryOf(lines), memoryOf(lines)]
  const found = alignBlocks(blocksOf(source), blocksOf(uneven), first)
  expect(first.kept).toHaveLength(1)
  expect(found).toEqual(alignBlocks(blocksOf(source), blocksOf(uneven)))
  expect(alignBlocks(blocksOf(source), blocksOf(uneven), second)).toEqual(found)
  expect(second.kept).toEqual([])
  // What is remembered is what is given.
  const [name = ''] = lines.keys()
  lines.set(name, packBeads(beads))
  expect(alignBlocks(blocksOf(source), blocksOf(uneven), second)).toEqual(beads)
})

test.each([
  ['another word', source, uneven.replace('Nowy', 'Stary')],
  ['another level', source.replace('##', '###'), uneven],
  ['the texts the other way round', uneven, source],
])('%s is another pair', (_, from, to) => {
  const lines = new Map<string, string>()
  alignBlocks(blocksOf(source), blocksOf(uneven), memoryOf(lines))
  const memory = memoryOf(lines)
  alignBlocks(blocksOf(from), blocksOf(to), memory)
  expect(memory.kept).toHaveLength(1)
})

test('texts that go side by side need no memory', () => {
  const memory = memoryOf(new Map())
  alignBlocks(blocksOf(source), blocksOf(source.replace('Le port est', 'Port to')), memory)
  expect(memory.kept).toEqual([])
})
