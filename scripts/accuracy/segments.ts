import { readFileSync } from 'node:fs'
import { globbySync } from 'globby'
import { formatOf } from '../../src/corpus/document.ts'
import type { Facts } from '../../src/markdown/facts.ts'
import { factsOf } from '../../src/markdown/facts-of.ts'
import { loadNativeParse, loadRemarkParse, type Format, type Parse } from '../../src/markdown/parse.ts'
import { ParseRefusal } from '../../src/markdown/refusal.ts'
import { replacementFault } from './replace-segments.ts'

/**
 * Replaces every segment of every document below some folders, by itself and by other words: the bytes outside it
 * and the facts of the rest must stay. True where they all do.
 */
export async function run(folders: readonly string[]): Promise<boolean> {
  const files = globbySync(
    folders.map((folder) => `${folder}/**/*.{md,mdx}`),
    { absolute: true },
  ).sort()
  const remark = await loadRemarkParse()
  const native = (await loadNativeParse()) ?? remark
  let segments = 0
  let faults = 0
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    const format = formatOf(file)
    const read = (words: string): Facts => factsOf(parseEither(words, format, native, remark), words)
    const facts = read(text)
    for (const segment of facts.segments) {
      segments++
      const fault = replacementFault(text, facts, segment, read)
      if (fault === undefined) continue
      faults++
      const words = text.slice(segment.range.start, segment.range.end)
      console.log(
        `${file} at ${segment.range.start}: a ${segment.kind}, ${fault}: ${JSON.stringify(words.slice(0, 120))}`,
      )
    }
  }
  console.log(`${files.length} documents, ${segments} segments, ${faults} that could not be replaced alone`)
  return faults === 0
}

function parseEither(text: string, format: Format, native: Parse, remark: Parse): ReturnType<Parse> {
  try {
    return native(text, format)
  } catch (error) {
    if (error instanceof ParseRefusal) return remark(text, format)
    throw error
  }
}
