import type { AlignOptions } from '../align.ts'
import { commandOf, type Join } from '../command.ts'

export const align: Join = commandOf<AlignOptions>({
  name: 'align',
  description: 'two locales side by side, with beads and confidence',
  arguments: [['<guide>', 'its id, its folder, or one of its documents']],
  options: (command) =>
    command
      .option('--config <file>', 'the config; else `hexapla.config.yaml` here or above')
      .option('--locale <tag>', 'the locale on the right')
      .option('--with <tag>', 'the locale on the left; else the source')
      .option('--json', 'for other programs'),
  help: `
Examples:
  hexapla align mail --locale pl-pl               the Polish guide beside its source
  hexapla align mail --locale pl-pl --with de-de  beside the German one

Between the columns stands how sure it is that the blocks stand for each other; \`1-0\` and \`0-1\` have no partner,
\`1-2\` and \`2-1\` were joined or parted, of \`2-2\` words went from one block to the other, and \`~\` was moved.
Exit codes: 0 told, 2 bad usage, a bad config or a failure of the program.`,
  run: async ([guide = ''], options) => {
    const { runAlign } = await import('../align.ts')
    return runAlign(guide, options)
  },
})
