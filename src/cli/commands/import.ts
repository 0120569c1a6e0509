import { commandOf, corpusOptions, type Join } from '../command.ts'
import type { ImportOptions } from '../kits/import.ts'

export const importKits: Join = commandOf<ImportOptions>({
  name: 'import',
  description: 'take kits back from translators, and the glossary from a spreadsheet',
  arguments: [
    ['<files...>', 'kits: XLIFF, PO, XLSX and what else `export --to` makes of them; the glossary as CSV'],
  ],
  options: (command) =>
    corpusOptions(command)
      .option('--diff', 'print what would change, write nothing')
      .option('--fuzzy', 'take translations that nobody has looked at, too')
      .option('--quiet', 'tell of units that were refused, not of those that someone should look at'),
  help: `
Examples:
  hexapla import kits/pl-pl/mail.xlf           one guide's translations
  hexapla import kits/pl-pl/*.xlf --diff       what they would change, for \`git apply\`
  hexapla import export/glossary.csv           the glossary, as \`export --to glossary-csv\` made it

Every unit is checked by itself: what would break the guide is refused and named, the others go in.
Exit codes: 0 all went in, 1 some units were refused, 2 bad usage, or a file that is damaged: nothing was written.`,
  run: async (files, options) => {
    const { runImport } = await import('../kits/import.ts')
    return runImport(files, options)
  },
})
