import { commandOf, type Join } from '../command.ts'
import type { InitOptions } from '../init.ts'

export const init: Join = commandOf<InitOptions>({
  name: 'init',
  description: 'write a config for a repository, its layout found by looking',
  arguments: [['[folder]', 'the folder that it is for; the working folder where none is named']],
  options: (command) =>
    command
      .option('--config <file>', 'write it to this file; else to `hexapla.config.yaml` in the folder')
      .option('--dry-run', 'print the config, write nothing')
      .option('--diff', 'print what would change in the one that is there, write nothing'),
  help: `
Examples:
  hexapla init             write \`hexapla.config.yaml\` for this folder
  hexapla init --dry-run   print what it would write`,
  run: async ([folder], options) => {
    const { runInit } = await import('../init.ts')
    return runInit(folder, options)
  },
})
