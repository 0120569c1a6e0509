import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Message } from '../../src/lint/message.ts'
import { linesOf } from '../../src/text/source.ts'
import { copyCorpus } from '../bench/copied-corpus.ts'
import { randomOf } from '../bench/random.ts'
import { lintFolder, type Linted } from './linted.ts'

const help =
  'Usage: npm run accuracy -- sample RULE DIR… [--config FILE] [--count 100] [--seed 1] [--around 0] [--as-markdown]'

interface Shown {
  readonly message: Message
  readonly linted: Linted
}

/** Shows findings of a rule, all or so many of them drawn with a seed, to be judged by a reader. */
export async function run(args: readonly string[]): Promise<boolean> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      config: { type: 'string' },
      count: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      around: { type: 'string', default: '0' },
      'as-markdown': { type: 'boolean', default: false },
    },
  })
  const [rule, ...folders] = positionals
  if (rule === undefined || folders.length === 0) {
    console.log(help)
    return false
  }
  const configPath =
    values.config === undefined ? undefined : resolve(process.env.INIT_CWD ?? '.', values.config)
  const found: Shown[] = []
  for (const folder of folders) {
    const linted = await lintOne(folder, rule, configPath, values['as-markdown'])
    found.push(...linted.messages.map((message) => ({ message, linted })))
  }
  const count = Math.min(Number(values.count), found.length)
  console.log(`${rule}: ${found.length} findings, ${count} shown`)
  for (const shown of drawn(found, count, Number(values.seed)))
    console.log(excerpt(shown, Number(values.around)))
  return true
}

async function lintOne(
  folder: string,
  rule: string,
  configPath: string | undefined,
  asMarkdown: boolean,
): Promise<Linted> {
  const options = { only: new Set([rule]), ...(configPath !== undefined && { configPath }) }
  if (!asMarkdown) return lintFolder(folder, options)
  const to = mkdtempSync(join(tmpdir(), 'hexapla-sample-'))
  try {
    copyCorpus(resolve(process.env.INIT_CWD ?? '.', folder), { to })
    return await lintFolder(to, options)
  } finally {
    rmSync(to, { recursive: true, force: true })
  }
}

/** So many of the items, in their order: the same for the same seed. */
function drawn<Item>(items: readonly Item[], count: number, seed: number): Item[] {
  const random = randomOf(seed)
  return items.filter((_, index) => {
    const left = items.length - index
    const isDrawn = random.below(left) < count
    if (isDrawn) count--
    return isDrawn
  })
}

function excerpt({ message, linted }: Shown, around: number): string {
  const { path, place, range, reason, note, fix } = message
  const text = linted.texts.get(path) ?? ''
  const lines = linesOf(text).slice(Math.max(place.start.line - 1 - around, 0), place.end.line + around)
  const shown = lines.map(({ start, end }) => {
    const from = Math.max(start, range.start - 160)
    const to = Math.min(end, Math.max(range.end, start) + 160)
    return `    | ${from > start ? '…' : ''}${text.slice(from, to)}${to < end ? '…' : ''}`
  })
  const repair = fix ? ` [${fix.title}, ${fix.applicability}]` : ''
  const more = note === undefined ? '' : `\n    (${note})`
  return `\n${path}:${place.start.line}:${place.start.column}  ${reason}${repair}${more}\n${shown.join('\n')}`
}
