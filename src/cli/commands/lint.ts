import { InvalidArgumentError, Option } from 'commander'
import type { ShardNumber } from '../../run/blob.ts'
import { commandOf, corpusOptions, wholeNumber, type Join } from '../command.ts'
import type { LintOptions } from '../lint/options.ts'
import { reporterNames } from './reporter-names.ts'

export const lint: Join = commandOf<LintOptions>({
  name: 'lint',
  description: 'find what is broken',
  arguments: [['[paths...]', 'files and folders; the working folder where none is named']],
  options: (command) =>
    corpusOptions(command)
      .option('--rule <id...>', 'only these rules')
      .option('--reporter <name>', `how findings are printed: ${reporterNames}, blob`, 'stylish')
      .option('--json', 'short for `--reporter json`')
      .option('--output-file <file>', 'write the report to this file instead')
      .option('--quiet', 'errors alone')
      .option('--max-warnings <n>', 'exit 1 on more warnings than this', wholeNumber)
      .option('--fix', 'make the safe repairs')
      .addOption(
        new Option('--unsafe', 'make those, too, that someone should look at').implies({ fix: true }),
      )
      .option('--diff', 'print what `--fix` would change, write nothing')
      .option(
        '--allow-plugins',
        'run the plugins of remark that the config names: they are code of the repository',
      )
      .option(
        '--changed [ref]',
        'only documents that differ from this branch, tag or commit, or from the last commit; of others, what is found since',
      )
      .option(
        '--shard <i/n>',
        'look at this part of the guides, for `merge-reports`: 2/4 is the second of four',
        shardNumber,
      )
      .option('--timing', 'print what each stage and rule takes')
      .option('--watch', 'stay, and tell what is found anew at every save')
      .option('--update-baseline', 'record the findings as known in `.hexapla/baseline.json`')
      .option('--no-baseline', 'show known findings, too')
      .option('--no-cache', 'read everything anew, and remember nothing in `.hexapla/cache`')
      .option('--stdin', 'read one text from the standard input; with `--fix` the repaired text is printed')
      .option('--stdin-path <path>', 'the path that this text belongs at'),
  help: `
Examples:
  hexapla lint                                      every guide below this folder
  hexapla lint guides/mail --fix                    one guide, its safe repairs made
  hexapla lint --rule link-fragment --locale pl-pl  one rule, one locale
  hexapla lint --changed origin/main                what this branch brings
  hexapla lint --watch                              what each save changes, until you press Ctrl+C
  hexapla lint --diff > mend.patch                  what --fix would do, for \`git apply\`

Exit codes: 0 nothing that counts, 1 errors or more warnings than --max-warnings, 2 bad usage, a bad config
or a failure of the program. With --diff, 1 where there is something to repair.

\`hexapla explain\` lists the rules.`,
  run: async (paths, options) => {
    const { runLint } = await import('../lint/lint.ts')
    return runLint(paths, options)
  },
})

const mostShards = 1000

function shardNumber(value: string): ShardNumber {
  const [, index = '', count = ''] = /^(\d+)\/(\d+)$/.exec(value) ?? []
  const shard = { index: Number(index), count: Number(count) }
  if (shard.index < 1 || shard.index > shard.count || shard.count > mostShards)
    throw new InvalidArgumentError(
      `Expected a part and how many there are, such as 2/4, at most ${mostShards}.`,
    )
  return shard
}
