import { commandOf, wholeNumber, type Join } from '../command.ts'
import type { MergeOptions } from '../lint/merge-reports.ts'
import { reporterNames } from './reporter-names.ts'

export const mergeReports: Join = commandOf<MergeOptions>({
  name: 'merge-reports',
  description: 'one report from the shards of a run',
  arguments: [['<dir>', 'the folder that holds a blob of each shard']],
  options: (command) =>
    command
      .option('--reporter <name>', `how findings are printed: ${reporterNames}`, 'stylish')
      .option('--json', 'short for `--reporter json`')
      .option('--output-file <file>', 'write the report to this file instead')
      .option('--quiet', 'errors alone')
      .option('--max-warnings <n>', 'exit 1 on more warnings than this', wholeNumber)
      .option('--no-baseline', 'show known findings, too')
      .option('--no-cache', 'remember nothing in `.hexapla/cache`'),
  help: `
Run it in the folder that the shards were run in, on the same files.

Examples:
  hexapla lint guides --shard 1/2 --reporter blob
  hexapla lint guides --shard 2/2 --reporter blob
  hexapla merge-reports .hexapla/blobs

Exit codes: 0 nothing that counts, 1 errors or more warnings than --max-warnings, 2 bad usage, a shard that is missing
or of another run, or a failure of the program.`,
  run: async ([folder = ''], options) => {
    const { runMerge } = await import('../lint/merge-reports.ts')
    return runMerge(folder, options)
  },
})
