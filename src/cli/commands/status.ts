import { commandOf, corpusOptions, type Join } from '../command.ts'
import type { StatusOptions } from '../sync/status.ts'

export const status: Join = commandOf<StatusOptions>({
  name: 'status',
  description: 'who is behind, by how many words',
  arguments: [['[guides...]', 'files and folders of guides; the working folder where none is named']],
  options: (command) => corpusOptions(command).option('--json', 'print the counts for other programs'),
  help: `
Examples:
  hexapla status                              every locale, and the guides that are behind
  hexapla status guides/mail --locale pl-pl   one guide, one locale

Exit codes: 0, whoever is behind; 2 bad usage, a bad config or a failure of the program.`,
  run: async (paths, options) => {
    const { runStatus } = await import('../sync/status.ts')
    return runStatus(paths, options)
  },
})
