import { commandOf, corpusOptions, wholeNumber, type Join } from '../command.ts'
import type { SyncOptions } from '../sync/run.ts'

export const sync: Join = commandOf<SyncOptions>({
  name: 'sync',
  description: 'bring targets up to date with their source',
  arguments: [['[guides...]', 'files and folders of guides; the working folder where none is named']],
  options: (command) =>
    corpusOptions(command)
      .option('--check', 'write nothing, exit 1 where something is behind')
      .option(
        '--max-words <n>',
        'with `--check`: exit 1 where a locale is behind by more words than this',
        wholeNumber,
      )
      .option('--diff', 'print what would be written as a patch, write nothing')
      .option('--since <ref>', 'take targets for in step with the source as it was at this commit')
      .option('--accept', 'mark what you have looked at as up to date')
      .option(
        '--provider <name>',
        'who translates what is new and the guides have not translated yet: pseudo, or one of the config',
      )
      .option('--json', 'print the result for other programs')
      .option('--quiet', 'tell only of what asks for a person'),
  help: `
Examples:
  hexapla sync                                what is no language is carried over, the rest is listed
  hexapla sync guides/mail --locale pl-pl     one guide, one locale
  hexapla sync guides/mail --locale pl-pl --accept   its translation is up to date, whatever the record says
  hexapla sync --locale ro-ro                 a new locale: its documents are made from the source
  hexapla sync --provider mt                  what is new is translated by a provider of the config
  hexapla sync --check --max-words 200        for CI: no locale is behind by more than 200 words

Exit codes: 0 done, 1 with --check or --diff where something is behind, or where a file could not be read or written,
2 bad usage, a bad config or a failure of the program.`,
  run: async (paths, options) => {
    const { runSync } = await import('../sync/sync.ts')
    return runSync(paths, options)
  },
})
