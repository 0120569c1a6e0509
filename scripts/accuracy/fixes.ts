import { parseArgs } from 'node:util'
import { fixAll } from '../../src/cli/lint/fix.ts'
import type { FixOutcome } from '../../src/lint/fix.ts'
import { byteFault } from '../../test/support/byte-applier.ts'
import { mailGuidesConfig } from './mail-guides-config.ts'
import { withFolder } from './linted.ts'

/**
 * Makes every fix of some folders in memory, and holds each text against the bytes that its patch says, by an applier
 * written apart; then makes them again, which must change nothing. True where both hold.
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      unsafe: { type: 'boolean', default: false },
      'mail-guides': { type: 'boolean', default: false },
    },
  })
  const wanted = values.unsafe ? { unsafe: true as const } : {}
  let isRight = positionals.length > 0
  for (const folder of positionals) {
    const options = values['mail-guides'] ? { yaml: mailGuidesConfig } : {}
    const faults = await withFolder(folder, options, async (input, reader) => {
      const first = await fixAll(input, reader, wanted)
      const textOf = (path: string): string => first.texts.get(path) ?? input.textOf(path)
      const again = await fixAll({ ...input, corpus: first.corpus, textOf }, reader, wanted)
      const edits = first.patches.reduce((sum, patch) => sum + patch.edits.length, 0)
      console.log(
        `${folder}: ${first.count} fixes, ${edits} edits in ${first.patches.length} of ${input.corpus.documents.size} documents; again: ${again.count}`,
      )
      for (const { message, why } of first.dropped)
        console.log(`  left out: ${message.path}:${message.place.start.line} ${message.ruleId}, since ${why}`)
      return [
        ...byteFaults(first, input.textOf),
        ...again.patches.map(({ path }) => `${path}: changed again`),
      ]
    })
    for (const fault of faults) console.log(`  ${fault}`)
    if (faults.length > 0) isRight = false
  }
  return isRight
}

function byteFaults({ patches, texts }: FixOutcome, textOf: (path: string) => string): string[] {
  return patches.flatMap(({ path, edits }) => {
    const fault = byteFault(textOf(path), edits, Buffer.from(texts.get(path) ?? ''))
    return fault === undefined ? [] : [`${path}: ${fault}`]
  })
}
