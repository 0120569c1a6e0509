import { Command } from 'commander'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { deliverAs, type CommonOptions } from '../../src/cli/command.ts'
import { commands } from '../../src/cli/commands/index.ts'
import type { Outcome } from '../../src/cli/outcome.ts'
import { folderOf } from '../support/command.ts'

const program = new Command('hexapla')
for (const join of commands) join(program, () => undefined)

const everywhere = ['--cwd', '--no-color', '--quiet', '--json', '--reporter', '--output-file']
/** One reads no config; to the other the shards say which. */
const withoutConfig = ['explain', 'merge-reports']

describe('what holds for every command', () => {
  test.each(program.commands.map((command) => [command.name(), command] as const))('%s', (name, command) => {
    const options = command.options.map(({ long }) => long)
    const expected = [...everywhere, ...(withoutConfig.includes(name) ? [] : ['--config'])]
    expect(expected.filter((option) => !options.includes(option))).toEqual([])
    expect(new Set(options).size).toBe(options.length)
  })
})

describe('the form of a result', () => {
  const outcome: Outcome = { stdout: 'one\ntwo\n', stderr: 'a note\n', exitCode: 0 }
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
  test.each<[string, Partial<CommonOptions>, Partial<Outcome>, [string, string]]>([
    ['as it is', {}, {}, ['one\ntwo\n', 'a note\n']],
    ['quiet', { quiet: true }, {}, ['one\ntwo\n', '']],
    ['quiet, where something is amiss', { quiet: true }, { exitCode: 1 }, ['one\ntwo\n', 'a note\n']],
    ['JSON', { json: true }, {}, [json({ version: 1, lines: ['one', 'two'], notes: ['a note'] }), '']],
    [
      'JSON of what a command has for it',
      { json: true },
      { data: { rules: [] } },
      [json({ version: 1, rules: [], notes: ['a note'] }), ''],
    ],
    ['told already', { json: true }, { isTold: true, stdout: '' }, ['', 'a note\n']],
  ])('%s', async (_, options, own, printed) => {
    const { stdout, stderr } = await deliverAs({ ...outcome, ...own }, { cwd: '.', color: false, ...options })
    expect([stdout, stderr]).toEqual(printed)
  })

  test('goes into a file', async () => {
    const cwd = folderOf({})
    const { stdout, stderr } = await deliverAs(outcome, { cwd, color: false, outputFile: 'out/result.txt' })
    expect([stdout, stderr]).toEqual(['', 'a note\n'])
    expect(readFileSync(join(cwd, 'out/result.txt'), 'utf8')).toBe('one\ntwo\n')
  })
})
