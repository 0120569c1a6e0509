import { commandOf, corpusOptions, type Join } from '../command.ts'
import type { ExportOptions } from '../export/options.ts'

export const exportGuides: Join = commandOf<ExportOptions>({
  name: 'export',
  description: 'make pages, books and documents of guides, and kits for translators',
  arguments: [['[guides...]', 'files and folders; the working folder where none is named']],
  options: (command) =>
    corpusOptions(command)
      .option(
        '--to <format...>',
        'html, site, pdf, docx, epub, txt, markdown, json; settings: autoconfig, mobileconfig; kits: xliff, xliff12, po, pot, xlsx, tmx; the glossary: glossary-csv; with pandoc installed odt, rst …',
        ['html'],
      )
      .option('--output <dir>', 'the folder that is filled', 'export')
      .option('--theme <file>', 'CSS that comes after the default’s; its variables may be set anew')
      .option('--template <file>', 'the frame of a page of HTML, with {{head}} and {{body}} in it')
      .option('--base-url <url>', 'where the site will stand, for its sitemap: https://help.example.com')
      .option('--only <state>', 'of kits: all, untranslated, stale', 'all')
      .option('--memory <tmx...>', 'of kits: translation memories, besides the guides themselves')
      .option(
        '--provider <name>',
        'of kits: who translates first: pseudo, memory, or one that the config names',
      )
      .option('--per <what>', 'of kits: a file a guide, or one a locale', 'guide'),
  help: `
Examples:
  hexapla export guides --to html                    a page a guide, complete in itself
  hexapla export guides --to site --output public    a site with search and languages
  hexapla export guides/mail --to pdf docx epub --locale pl-pl
  hexapla export guides --to xliff --locale pl-pl    kits for a translator, for \`hexapla import\`
  hexapla export --to glossary-csv                   the glossary for a spreadsheet, for \`hexapla import\`

Exit codes: 0 everything was made, 1 something could not be shown, such as a missing picture, 2 bad usage, or a
format that could not be made.`,
  run: async (paths, options) => {
    const { glossaryFormat, kitFormatNames } = await import('../../exchange/formats.ts')
    const names = options.to.flatMap((each) => each.split(','))
    if (names.includes(glossaryFormat)) {
      const { runExportGlossary } = await import('../kits/export-glossary.ts')
      return runExportGlossary(paths, options)
    }
    if (names.some((name) => kitFormatNames.includes(name))) {
      const { runExportKits } = await import('../kits/export.ts')
      return runExportKits(paths, options)
    }
    const { runExport } = await import('../export/export.ts')
    return runExport(paths, options)
  },
})
