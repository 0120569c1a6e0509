import { join } from 'node:path'
import { readUtf8 } from '../../io/read-utf8.ts'
import { removeFile, writeText } from '../../io/output-file.ts'
import { compareWith, renewed, shrunk, sizeOf, type Baseline, type Scope } from '../../lint/baseline.ts'
import type { Message } from '../../lint/message.ts'
import { countOf } from '../../report/sentences.ts'
import { UsageError } from '../usage.ts'

/** Where a corpus keeps its baseline, relative to the root. */
const baselinePath = '.hexapla/baseline.json'

/** What a run found, and how far it looked. */
export interface Found {
  readonly root: string
  readonly messages: readonly Message[]
  readonly textOf: (path: string) => string | undefined
  readonly scope: Scope
}

/** What is left to tell once the known findings are set aside. */
interface Settled {
  readonly messages: readonly Message[]
  readonly notes: readonly string[]
}

/** Sets known findings aside, where there is a baseline; `update` records what was found, `shrink` takes out what is gone. */
export async function settle(found: Found, change: 'update' | 'shrink' | 'none'): Promise<Settled> {
  const { root, messages, textOf, scope } = found
  const old = await readBaseline(root)
  if (change === 'update') return update(found, old)
  if (!old) return { messages, notes: [] }
  const { fresh, known, gone } = compareWith(old, messages, textOf, scope)
  if (change === 'shrink' && gone > 0) await write(root, shrunk(old, messages, textOf, scope))
  return {
    messages: fresh,
    notes: [
      ...(known > 0
        ? [
            `${countOf(known, 'known finding')} of \`${baselinePath}\` ${known === 1 ? 'is' : 'are'} not shown`,
          ]
        : []),
      ...(gone === 0 ? [] : [goneNote(gone, change === 'shrink')]),
    ],
  }
}

function goneNote(gone: number, isOut: boolean): string {
  const some = `${countOf(gone, 'finding')} of \`${baselinePath}\` ${gone === 1 ? 'is' : 'are'} gone`
  return isOut ? `${some}, and no longer in it` : `${some}; \`hexapla lint --update-baseline\` takes them out`
}

async function update({ root, messages, textOf, scope }: Found, old: Baseline | undefined): Promise<Settled> {
  const baseline = renewed(old ?? new Map(), messages, textOf, scope)
  await write(root, baseline)
  const size = sizeOf(baseline)
  const was = old ? sizeOf(old) : 0
  const note = `\`${baselinePath}\` holds ${countOf(size, 'finding')}${old ? `, before ${was}` : ''}`
  return { messages: [], notes: [note] }
}

async function readBaseline(root: string): Promise<Baseline | undefined> {
  const text = await readUtf8(join(root, baselinePath))
  if (text === undefined) return undefined
  // Few repositories have one, and what checks it takes long to load.
  const { parseBaseline } = await import('../../lint/baseline-file.ts')
  const result = parseBaseline(text)
  if ('baseline' in result) return result.baseline
  throw new UsageError(
    `${baselinePath}: ${result.problem}\nTake one side of a merge, or remove the file, and run \`hexapla lint --update-baseline\`.`,
  )
}

/** An empty baseline is no file. */
async function write(root: string, baseline: Baseline): Promise<void> {
  const file = join(root, baselinePath)
  if (sizeOf(baseline) === 0) return removeFile(file)
  const { printBaseline } = await import('../../lint/baseline-file.ts')
  await writeText(file, printBaseline(baseline))
}
