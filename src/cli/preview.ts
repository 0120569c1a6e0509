import { join } from 'node:path'
import { cacheFolderOf } from '../io/cache-files.ts'
import { openInBrowser } from '../io/open-browser.ts'
import { Desk } from '../preview/desk.ts'
import { LiveCorpus } from '../preview/live.ts'
import { startServer, type PreviewServer } from '../preview/server.ts'
import { openCanon } from './canon.ts'
import { deliverAs, type CommonOptions } from './command.ts'
import { isRuling } from './lint/paths.ts'
import type { Outcome } from './outcome.ts'
import { unknownName, UsageError, withoutDocuments } from './usage.ts'
import { isTarget, openWorkspace } from './workspace.ts'

/** The options of `hexapla preview`, as commander gives them. */
export interface PreviewOptions extends CommonOptions {
  readonly config?: string
  readonly locale?: readonly string[]
  readonly port?: number
  readonly open?: boolean
  readonly static?: string
  readonly editor: string
  readonly cache: boolean
}

/** Serves the preview until it is told to stop, or writes it as files. */
export async function runPreview(paths: readonly string[], options: PreviewOptions): Promise<Outcome> {
  const workspace = await openWorkspace(options.cwd, paths, options.config)
  const { root, targets, config: first } = workspace
  const { locale: locales } = options
  const live = await LiveCorpus.open({
    root,
    cache: options.cache ? cacheFolderOf(root) : undefined,
    readTerms: async () => {
      const now = await openWorkspace(options.cwd, paths, options.config)
      const here = { ...now, root }
      return { config: now.config, canon: await openCanon(here), glossary: now.config.terms }
    },
    isRuling: (path, { config }) => isRuling(path, { ...workspace, config }, options),
    isStill: options.static !== undefined,
    isShown: ({ path, locale = '' }) =>
      isTarget(path, targets) && (!locales || locales.includes(locale) || locale === first.source),
  })
  try {
    const known = [...new Set(Array.from(live.scene.known.documents.values(), ({ locale }) => locale ?? ''))]
    for (const tag of locales ?? []) if (!known.includes(tag)) throw unknownName('locale', tag, known.sort())
    if (live.scene.shown.size === 0) throw withoutDocuments(targets)
    if (options.static !== undefined) {
      const { writeCopy } = await import('./preview-copy.ts')
      return await writeCopy(live, workspace, { cwd: options.cwd, output: options.static })
    }
    const { editor } = options
    const server = await started(options.port, {
      root,
      live,
      desk: new Desk(root, live),
      editorAt: (path) => editor.replaceAll('{path}', encodeURI(join(root, path)).replace(/^\//, '')),
    })
    // It is told at once: the command ends when the user does.
    const told = await deliverAs(
      { stdout: `${server.url}\n`, stderr: '', exitCode: 0, data: { url: server.url } },
      options,
    )
    process.stdout.write(told.stdout)
    if (options.open) openInBrowser(server.url)
    await stopSignal()
    await server.close()
    return { stdout: '', stderr: '', exitCode: 0, isTold: true }
  } finally {
    await live.close()
  }
}

async function started(
  port: number | undefined,
  setup: Parameters<typeof startServer>[0],
): Promise<PreviewServer> {
  try {
    return await startServer({ ...setup, port })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    const why = error.code === 'EADDRINUSE' ? 'it is taken' : error.message
    throw new UsageError(`Unexpected port \`${port ?? 0}\`, expected one that is free: ${why}`)
  }
}

async function stopSignal(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => {
        resolve()
      })
  })
}
