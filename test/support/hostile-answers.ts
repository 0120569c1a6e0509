import { afterAll, describe, expect, test } from 'vitest'
import { defaultConfig } from '../../src/corpus/config.ts'
import { FactsReader } from '../../src/io/facts-reader.ts'
import { builtFactsReader } from './built-reader.ts'
import { hostileShapesOf, slicesOf, type HostileShape } from './hostile-shapes.ts'

/** The largest stays below the limit for files. */
const sizes = [8 * 1024, 64 * 1024, 1024 * 1024 - 4096]
const answerSeconds = 5

/** Many shapes meet remark's deadline, by the same way for a short one. */
const limits = { time: 1000 }

interface Answer {
  /** What is wrong with it; undefined where it is facts, or a limit that is named, in time. */
  readonly failure?: string
  readonly isTimeOut: boolean
}

async function answerTo(reader: FactsReader, text: string, path: string): Promise<Answer> {
  const started = performance.now()
  const before = process.cpuUsage()
  try {
    const { refused } = await reader.read(text, path)
    const { user, system } = process.cpuUsage(before)
    // What else the machine does may hold the clock up, and never the processor's time.
    const seconds = Math.min((performance.now() - started) / 1000, (user + system) / 1e6)
    const isTimeOut = refused?.kind === 'limit' && refused.limit === 'time'
    if (refused && refused.kind !== 'limit') return { failure: `refused as ${refused.kind}`, isTimeOut }
    return seconds > answerSeconds ? { failure: `${seconds.toFixed(1)} s`, isTimeOut } : { isTimeOut }
  } catch (error) {
    return { failure: String(error), isTimeOut: false }
  }
}

async function readerBy(parser: 'native' | 'remark'): Promise<FactsReader> {
  if (parser === 'native') return FactsReader.open({ ...defaultConfig, parser })
  return (await builtFactsReader()).open({ ...defaultConfig, parser, limits })
}

/** Tests that every hostile shape of a format is answered in time by a parser, at each size. */
export async function testAnswersOf(parser: 'native' | 'remark', format: 'md' | 'mdx'): Promise<void> {
  const reader = await readerBy(parser)
  afterAll(() => reader.close())
  const path = `guide.en-gb.${format}`
  // A shape that met the deadline once would meet it again, in as much time.
  const slow = new Set<HostileShape>()

  describe.each(sizes)(`${parser}, .${format}: hostile shapes of %d bytes are answered`, (bytes) => {
    test.each(slicesOf(hostileShapesOf(format)))('%s', { timeout: 1_800_000 }, async (_, shapes) => {
      const failures: string[] = []
      for (const shape of shapes) {
        if (slow.has(shape)) continue
        const { failure, isTimeOut } = await answerTo(reader, shape.make(bytes), path)
        if (failure !== undefined) failures.push(`${shape.name}, ${bytes}: ${failure}`)
        if (!isTimeOut) continue
        slow.add(shape)
        // The start of another thread in place of the late one is no shape's time.
        await reader.read('', path)
      }
      expect(failures).toEqual([])
    })
  })
}
