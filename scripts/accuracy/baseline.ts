import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runLint } from '../../src/cli/lint/lint.ts'
import type { Outcome } from '../../src/cli/outcome.ts'
import type { JsonReport } from '../../src/report/json-schema.ts'
import { applyEdits } from '../../src/text/edit.ts'

const usage = 'Usage: npm run accuracy -- baseline DIR'

/**
 * Takes over a corpus with a baseline, in a copy: then old findings pass, one new defect fails, one repair shrinks the
 * file, and each paragraph with findings can be moved without a word.
 */
export async function run([folder]: readonly string[]): Promise<boolean> {
  if (folder === undefined) throw new Error(usage)
  const root = mkdtempSync(join(tmpdir(), 'hexapla-baseline-'))
  cpSync(folder, root, { recursive: true })
  try {
    return await judge(root)
  } finally {
    rmSync(root, { recursive: true })
  }
}

async function judge(root: string): Promise<boolean> {
  const lint = (options: { updateBaseline?: true; baseline?: false } = {}): Promise<Outcome> =>
    runLint([], { cwd: root, color: false, reporter: 'json', ...options })
  const { messages } = reportIn(await lint({ baseline: false }))
  await lint({ updateBaseline: true })
  const held = sizeIn(root)
  const again = reportIn(await lint())
  const checks: [what: string, holds: boolean][] = [
    [`${messages.length} findings recorded`, held === messages.length && held > 0],
    ['none told again', again.messages.length === 0],
  ]

  const [{ path } = { path: '' }] = messages
  const text = readFileSync(join(root, path), 'utf8')
  writeFileSync(join(root, path), `${text.trimEnd()}\n\n[the missing guide](no-such-guide.md)\n`)
  const fresh = await lint()
  const news = reportIn(fresh).messages.map(({ ruleId }) => ruleId)
  checks.push([
    'one new defect told, and the run fails',
    fresh.exitCode === 1 && news.join() === 'link-target',
  ])

  const mended = messages.find((message) => message.path === path && message.fix?.applicability === 'safe')
  const edits = mended?.fix?.edits.map(({ start, end, text: words }) => ({
    range: { start, end },
    text: words,
  }))
  writeFileSync(join(root, path), applyEdits(text, edits ?? []))
  const after = reportIn(await lint())
  await lint({ updateBaseline: true })
  checks.push(['one repair takes one finding out', after.messages.length === 0 && sizeIn(root) === held - 1])
  writeFileSync(join(root, path), text)
  await lint({ updateBaseline: true })

  const { moved, loud } = await moveParagraphs(
    root,
    messages,
    async () => reportIn(await lint()).messages.length,
  )
  checks.push([`${moved} paragraphs with findings moved, ${loud} with a word`, moved > 0 && loud === 0])
  for (const [what, holds] of checks) console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}`)
  return checks.every(([, holds]) => holds)
}

/** Moves each paragraph that has findings, and room around it, behind the next one. */
async function moveParagraphs(
  root: string,
  messages: JsonReport['messages'],
  count: () => Promise<number>,
): Promise<{ moved: number; loud: number }> {
  let moved = 0
  let loud = 0
  for (const path of new Set(messages.map((message) => message.path))) {
    const text = readFileSync(join(root, path), 'utf8')
    for (const [start, first, second] of pairsIn(text)) {
      const hasFinding = messages.some(
        (message) =>
          message.path === path &&
          message.place.start.offset >= start &&
          message.place.end.offset <= start + first.length,
      )
      if (!hasFinding) continue
      const end = start + first.length + 2 + second.length
      writeFileSync(join(root, path), `${text.slice(0, start)}${second}\n\n${first}${text.slice(end)}`)
      moved++
      if ((await count()) > 0) {
        loud++
        console.log(`${path}: ${JSON.stringify(first.slice(0, 80))}`)
      }
    }
    writeFileSync(join(root, path), text)
  }
  return { moved, loud }
}

/** Two plain paragraphs in a row: where the first begins, and the words of both. */
function pairsIn(text: string): [start: number, first: string, second: string][] {
  const isPlain = (block: string): boolean => /^[\p{L}*_["'“«]/u.test(block) && !/^\S+\s*:$/m.test(block)
  const blocks = text.split('\n\n')
  let start = 0
  return blocks.flatMap((first, index): [number, string, string][] => {
    const at = start
    start += first.length + 2
    const second = blocks[index + 1]
    return index > 0 && second !== undefined && isPlain(first) && isPlain(second) ? [[at, first, second]] : []
  })
}

function reportIn({ stdout }: Outcome): JsonReport {
  return JSON.parse(stdout) as JsonReport
}

function sizeIn(root: string): number {
  const text = readFileSync(join(root, '.hexapla/baseline.json'), 'utf8')
  return [...text.matchAll(/"[0-9a-f]{16}": (\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0)
}
