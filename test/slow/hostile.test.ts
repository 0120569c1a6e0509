import { afterAll, describe, expect, test } from 'vitest'
import { defaultConfig } from '../../src/corpus/config.ts'
import { FactsReader } from '../../src/io/facts-reader.ts'
import { hostileShapes, type HostileShape } from '../support/hostile-shapes.ts'

/** Larger ones, and through the command line: `npm run test:slow`. */
const bytes = 8 * 1024
const answerSeconds = 5

const readers = {
  native: await FactsReader.open({ ...defaultConfig, parser: 'native' }),
  remark: await FactsReader.open({ ...defaultConfig, parser: 'remark' }),
}
afterAll(async () => {
  await Promise.all(Object.values(readers).map((reader) => reader.close()))
})

/** What is wrong with the answer to a shape; undefined where it is facts, or a limit that is named, in time. */
async function failureOf(
  reader: FactsReader,
  { name, make }: HostileShape,
  format: 'md' | 'mdx',
): Promise<string | undefined> {
  const started = performance.now()
  try {
    const { refused } = await reader.read(make(bytes), `guide.en-gb.${format}`)
    const seconds = (performance.now() - started) / 1000
    if (refused && refused.kind !== 'limit') return `${name}: refused as ${refused.kind}`
    return seconds > answerSeconds ? `${name}: ${seconds.toFixed(1)} s` : undefined
  } catch (error) {
    return `${name}: ${String(error)}`
  }
}

describe.each(['native', 'remark'] as const)('with %s', (parser) => {
  test.each(['md', 'mdx'] as const)(
    'every hostile shape is answered as .%s',
    { timeout: 300_000 },
    async (format) => {
      const failures: string[] = []
      for (const shape of hostileShapes) {
        if ((shape.format ?? format) !== format) continue
        const failure = await failureOf(readers[parser], shape, format)
        if (failure !== undefined) failures.push(failure)
      }
      expect(failures).toEqual([])
    },
  )
})
