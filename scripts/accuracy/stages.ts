import { readFileSync } from 'node:fs'
import { globbySync } from 'globby'
import type { Root } from 'mdast'
import { formatOf } from '../../src/corpus/document.ts'
import type * as Canonical from '../../src/markdown/canonical.ts'
import type * as FactsOf from '../../src/markdown/facts-of.ts'
import type * as Limits from '../../src/markdown/limits.ts'
import type * as Binding from '../../src/markdown/native-binding.ts'
import type * as Tree from '../../src/markdown/native-tree.ts'
import type * as Triggers from '../../src/markdown/triggers.ts'

const built = async (path: string): Promise<unknown> =>
  import(new URL(`../../dist/markdown/${path}.js`, import.meta.url).href)

// The built code is measured: what runs the sources as they are slows them down.
const { defaultLimits, limitProblemIn } = (await built('limits')) as typeof Limits
const { remarkTriggerIn } = (await built('triggers')) as typeof Triggers
const { loadBinding } = (await built('native-binding')) as typeof Binding
const { nativeTree } = (await built('native-tree')) as typeof Tree
const { allTables, canonicalTree } = (await built('canonical')) as typeof Canonical
const { factsOf } = (await built('facts-of')) as typeof FactsOf

const stages = ['limits', 'triggers', 'native parser', 'tree', 'canonical tree', 'facts'] as const

/**
 * What each stage from text to facts takes, of the built code, in one thread: for each document the least of some
 * rounds, so that what else the machine does counts for little.
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const rounds = 7
  const bytesOf = await loadBinding()
  const files = globbySync(
    args.map((folder) => `${folder}/**/*.{md,mdx}`),
    { absolute: true },
  ).sort()
  const documents = files.map((file) => ({
    text: readFileSync(file, 'utf8').replace(/^\uFEFF/, ''),
    format: formatOf(file),
    least: stages.map(() => Infinity),
  }))
  for (let round = 0; round < rounds; round++) {
    for (const { text, format, least } of documents) {
      const origin = { parser: 'native', format, tables: allTables } as const
      let bytes: Uint8Array = new Uint8Array()
      let tree: Root = { type: 'root', children: [] }
      const steps = [
        () => limitProblemIn(text, defaultLimits),
        () => remarkTriggerIn(text, format),
        () => (bytes = bytesOf(text, format)),
        () => (tree = nativeTree(bytes, text, 0)),
        () => (tree = canonicalTree(tree, text, origin)),
        () => factsOf({ tree }, text),
      ]
      try {
        for (const [stage, step] of steps.entries()) {
          const started = performance.now()
          step()
          least[stage] = Math.min(least[stage] ?? Infinity, performance.now() - started)
        }
      } catch {
        // Read by remark: what came before counts.
      }
    }
  }
  const megabytes = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6
  let whole = 0
  console.log(`${documents.length} documents, ${megabytes.toFixed(1)} MB`)
  for (const [stage, name] of stages.entries()) {
    const seconds =
      documents.reduce((sum, { least }) => sum + (least[stage] === Infinity ? 0 : (least[stage] ?? 0)), 0) /
      1000
    whole += seconds
    print(name, seconds, megabytes)
  }
  print('whole', whole, megabytes)
  return documents.length > 0
}

function print(name: string, seconds: number, megabytes: number): void {
  console.log(
    `${name.padEnd(16)} ${seconds.toFixed(3)} s ${(megabytes / seconds).toFixed(1).padStart(7)} MB/s`,
  )
}
