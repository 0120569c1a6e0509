import { afterAll, describe, expect, test } from 'vitest'
import { defaultConfig, type Config } from '../../src/corpus/config.ts'
import { Corpus } from '../../src/corpus/corpus.ts'
import { locateBy } from '../../src/corpus/locate.ts'
import { FactsReader } from '../../src/io/facts-reader.ts'
import { rules } from '../../src/lint/rules/index.ts'
import { lint } from '../../src/lint/run.ts'
import { selectRules } from '../../src/lint/selection.ts'
import { hashOf } from '../../src/text/edit.ts'
import { hostileShapes, type HostileShape } from '../support/hostile-shapes.ts'

/** What may be asked of a text of twice the size. */
const mostGrowth = 2.3

/** A megabyte that is done in so many seconds cannot have grown much faster than its size. */
const quickSeconds = 0.3

/** The largest stays below the limit for files. */
const largest = 1024 * 1024 - 4096
const mostTries = 5

const config: Config = { ...defaultConfig, extends: ['strict'] }
const reader = await FactsReader.open(config)
const selected = selectRules(rules, config)
const known = rules.map(({ id }) => id)
const locate = locateBy(config)
afterAll(() => reader.close())

/** The processor's seconds for reading a text and asking all rules; undefined where a limit refuses it. */
async function secondsFor({ make, format = 'md' }: HostileShape, bytes: number): Promise<number | undefined> {
  const text = make(bytes)
  const path = `growth/guide.en-gb.${format}`
  const before = process.cpuUsage()
  const facts = await reader.read(text, path)
  if (facts.refused) return undefined
  const corpus = new Corpus(config, [{ ...locate(path), hash: hashOf(text), facts }], [path])
  lint({ corpus, textOf: () => text, rules: selected, known })
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/**
 * How a shape grows too fast; undefined where it does not. The last doubling tells: what grows faster than its size is
 * dearest there, and beside smaller texts other work counts. What looks too slow is tried again: a machine has other work.
 */
async function faultOf(shape: HostileShape): Promise<string | undefined> {
  let whole = await secondsFor(shape, largest)
  if (whole === undefined || whole < quickSeconds) return undefined
  let half = Infinity
  for (let tries = 0; tries < mostTries; tries++) {
    // Behind the first look at it, the code is as quick as it gets.
    if (tries > 0) whole = Math.min(whole, (await secondsFor(shape, largest)) ?? whole)
    half = Math.min(half, (await secondsFor(shape, largest / 2)) ?? 0)
    if (whole <= mostGrowth * half) return undefined
  }
  return `${shape.name}: ${half.toFixed(2)} s, twice the size ${whole.toFixed(2)} s`
}

describe('twice the size takes at most 2.3 times the time, or is refused by a limit', () => {
  test.each(['md', 'mdx'] as const)('every shape of .%s', { timeout: 3_600_000 }, async (format) => {
    const faults: string[] = []
    for (const shape of hostileShapes) {
      if ((shape.format ?? 'md') !== format) continue
      const fault = await faultOf(shape)
      if (fault !== undefined) faults.push(fault)
    }
    expect(faults).toEqual([])
  })
})
