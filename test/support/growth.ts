import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, expect, test } from 'vitest'
import { defaultConfig, type Config } from '../../src/corpus/config.ts'
import { Corpus } from '../../src/corpus/corpus.ts'
import { locateBy } from '../../src/corpus/locate.ts'
import { FactsReader } from '../../src/io/facts-reader.ts'
import { rules } from '../../src/lint/rules/index.ts'
import { lint } from '../../src/lint/run.ts'
import { selectRules } from '../../src/lint/selection.ts'
import { hashOf } from '../../src/text/edit.ts'
import { hostileShapesOf, slicesOf, type HostileShape } from './hostile-shapes.ts'

/** What may be asked of a text of twice the size. */
const mostGrowth = 2.3

/**
 * Growth is asked of so many doublings in one: a cache that the text no longer fits into, or a collection of garbage,
 * falls on one of them, while what grows faster than its size does so at each.
 */
const doublings = 3

/** A megabyte that is done in so many seconds cannot have grown much faster than its size. */
const quickSeconds = 0.3

/**
 * The native parser by itself takes fifteen times as long for eight times these; a megabyte is done in half a second
 * all the same.
 */
const grownByParser: ReadonlySet<string> = new Set(['[^a] in short lines'])
const quickForParser = 1

/** The largest stays below the limit for files. */
const largest = 1024 * 1024 - 4096
const mostTries = 5

/** The processor's seconds that a text of so many bytes takes; undefined where a limit refuses it. */
export type Measure = (bytes: number) => Promise<number | undefined>

/**
 * How a shape grows too fast; undefined where it does not. What looks too slow is tried again: a machine has other
 * work, and code is as quick as it gets only after it has run.
 * @param quick seconds in which the largest is done whose growth is not asked for
 */
export async function growthFault(
  measure: Measure,
  quick: number = quickSeconds,
): Promise<string | undefined> {
  const small = largest / 2 ** doublings
  let [least, most] = [Infinity, Infinity]
  for (let tries = 0; tries < mostTries; tries++) {
    most = Math.min(most, (await measure(largest)) ?? 0)
    if (most < quick) return undefined
    least = Math.min(least, (await measure(small)) ?? 0)
    if (most <= mostGrowth ** doublings * least) return undefined
  }
  const each = (most / least) ** (1 / doublings)
  return `${least.toFixed(2)} s, ${2 ** doublings} times the size ${most.toFixed(2)} s: ${each.toFixed(2)} times a doubling`
}

/** Frees what a former measurement left, so that none pays for another. */
function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}

/** Tests that every hostile shape of a format is read and linted in a time that grows as its size. */
export async function testGrowthOf(format: 'md' | 'mdx'): Promise<void> {
  const config: Config = { ...defaultConfig, extends: ['strict'] }
  const reader = await FactsReader.open(config)
  afterAll(() => reader.close())
  const selected = selectRules(rules, config)
  const known = rules.map(({ id }) => id)
  const path = `growth/guide.en-gb.${format}`
  const place = locateBy(config)(path)
  const collect = garbageCollector()

  const measureOf =
    ({ make }: HostileShape): Measure =>
    async (bytes) => {
      const text = make(bytes)
      collect()
      const before = process.cpuUsage()
      const facts = await reader.read(text, path)
      if (facts.refused) return undefined
      // Made when they are asked for.
      expect(facts.blocks).toBeDefined()
      const corpus = new Corpus(config, [{ ...place, hash: hashOf(text), facts }], [path])
      lint({ corpus, textOf: () => text, rules: selected, known })
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1e6
    }

  test.each(slicesOf(hostileShapesOf(format)))(
    `${format}, %s: twice the size takes at most 2.3 times the time, or is refused by a limit`,
    { timeout: 1_800_000 },
    async (_, shapes) => {
      const faults: string[] = []
      for (const shape of shapes) {
        const quick = grownByParser.has(shape.name) ? quickForParser : quickSeconds
        const fault = await growthFault(measureOf(shape), quick)
        if (fault !== undefined) faults.push(`${shape.name}: ${fault}`)
      }
      expect(faults).toEqual([])
    },
  )
}
