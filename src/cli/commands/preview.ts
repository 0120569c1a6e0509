import { commandOf, corpusOptions, wholeNumber, type Join } from '../command.ts'
import type { PreviewOptions } from '../preview.ts'

export const preview: Join = commandOf<PreviewOptions>({
  name: 'preview',
  description: 'show the guides with what was found in them, live',
  arguments: [['[paths...]', 'files and folders; the working folder where none is named']],
  options: (command) =>
    corpusOptions(command)
      .option('--port <n>', 'listen at this port; else at one that is free', wholeNumber)
      .option('--static <dir>', 'write it as files that any host of pages serves, to be looked at alone')
      .option('--open', 'open it in the browser')
      .option('--editor <url>', 'what opens a file, `{path}` in it for its path', 'vscode://file/{path}')
      .option('--no-cache', 'read everything anew, and remember nothing in `.hexapla/cache`'),
  help: `
Examples:
  hexapla preview guides --open            every guide, in the browser
  hexapla preview guides --locale pl-pl    the Polish documents beside their source
  hexapla preview guides --static preview  as files, for a page host or a build's artefacts

Only this machine can reach it. Ctrl+C ends it.`,
  run: async (paths, options) => {
    const { runPreview } = await import('../preview.ts')
    return runPreview(paths, options)
  },
})
