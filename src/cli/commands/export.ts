import { commandOf, corpusOptions, type Join } from '../command.ts'
import type { ExportOptions } from '../export-options.ts'

export const exportGuides: Join = commandOf<ExportOptions>({
  name: 'export',
  description: 'make pages, books and documents of guides',
  arguments: [['[guides...]', 'files and folders; the working folder where none is named']],
  options: (command) =>
    corpusOptions(command)
      .option('--to <format...>', 'html, site, pdf, docx, epub, txt, markdown, json', ['html'])
      .option('--output <dir>', 'the folder that is filled', 'export')
      .option('--base-url <url>', 'where the site will stand, for its sitemap: https://help.example.com'),
  help: `
Examples:
  hexapla export guides --to html                    a page a guide, complete in itself
  hexapla export guides --to site --output public    a site with search and languages
  hexapla export guides/mail --to pdf docx epub --locale pl-pl

Exit codes: 0 everything was made, 1 something could not be shown, such as a missing picture, 2 bad usage, or a
format that could not be made.`,
  run: async (paths, options) => {
    const { runExport } = await import('../export.ts')
    return runExport(paths, options)
  },
})
