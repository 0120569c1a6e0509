import { afterAll, describe, expect, test } from 'vitest'
import { defaultConfig } from '../../src/corpus/config.ts'
import { FactsReader } from '../../src/io/facts-reader.ts'
import { hostileShapes, type HostileShape } from '../support/hostile-shapes.ts'

/** The largest stays below the limit for files. */
const sizes = [8 * 1024, 64 * 1024, 1024 * 1024 - 4096]
const answerSeconds = 5

/** Many shapes meet remark's deadline, by the same way for a short one, which is longer than the start of its thread. */
const limits = { time: 1500 }

const readers = {
  native: await FactsReader.open({ ...defaultConfig, parser: 'native' }),
  remark: await FactsReader.open({ ...defaultConfig, parser: 'remark', limits }),
}
afterAll(async () => {
  await Promise.all(Object.values(readers).map((reader) => reader.close()))
})

interface Answer {
  /** What is wrong with it; undefined where it is facts, or a limit that is named, in time. */
  readonly failure?: string
  readonly isTimeOut: boolean
}

async function answerTo(
  reader: FactsReader,
  { name, make }: HostileShape,
  format: 'md' | 'mdx',
  bytes: number,
): Promise<Answer> {
  const text = make(bytes)
  const started = performance.now()
  const before = process.cpuUsage()
  try {
    const { refused } = await reader.read(text, `guide.en-gb.${format}`)
    const { user, system } = process.cpuUsage(before)
    // What else the machine does may hold the clock up, and never the processor's time.
    const seconds = Math.min((performance.now() - started) / 1000, (user + system) / 1e6)
    const isTimeOut = refused?.kind === 'limit' && refused.limit === 'time'
    if (refused && refused.kind !== 'limit')
      return { failure: `${name}, ${bytes}: refused as ${refused.kind}`, isTimeOut }
    return seconds > answerSeconds
      ? { failure: `${name}, ${bytes}: ${seconds.toFixed(1)} s`, isTimeOut }
      : { isTimeOut }
  } catch (error) {
    return { failure: `${name}, ${bytes}: ${String(error)}`, isTimeOut: false }
  }
}

describe.each(['native', 'remark'] as const)('with %s', (parser) => {
  describe.each(['md', 'mdx'] as const)('as .%s', (format) => {
    // A shape that met the deadline once would meet it again, in as much time.
    const slow = new Set<HostileShape>()

    test.each(sizes)('every hostile shape of %d bytes is answered', { timeout: 3_600_000 }, async (bytes) => {
      const failures: string[] = []
      for (const shape of hostileShapes) {
        if ((shape.format ?? format) !== format || slow.has(shape)) continue
        const { failure, isTimeOut } = await answerTo(readers[parser], shape, format, bytes)
        if (isTimeOut) slow.add(shape)
        if (failure !== undefined) failures.push(failure)
      }
      expect(failures).toEqual([])
    })
  })
})
