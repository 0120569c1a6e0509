import { FolderWatch } from '../../io/watch-folders.ts'
import { compareMessages } from '../../lint/message.ts'
import { countOf } from '../../report/sentences.ts'
import type { Known } from '../../run/known.ts'
import { Live, type Renewal } from '../../run/live.ts'
import { checkClaims, openCanon } from '../canon.ts'
import { messagesOn, tell, type Telling } from './known.ts'
import { checkedReporter, checkedRules, refuseBeside, type LintOptions } from './options.ts'
import { isRuling, pathsAsked, pathsToLookAt } from './paths.ts'
import type { Outcome } from '../outcome.ts'
import { runRequestOf } from './run-request.ts'
import { Saves } from './saves.ts'
import { UsageError } from '../usage.ts'
import { openWorkspace } from '../workspace.ts'

/** Lints, and lints again at every save what was saved and what looks at it, until it is interrupted. */
export async function runWatch(paths: readonly string[], options: LintOptions): Promise<Outcome> {
  refuseBeside('--watch', options, [
    '--fix',
    '--diff',
    '--stdin',
    '--shard',
    '--reporter blob',
    '--update-baseline',
    '--allow-plugins',
  ])
  const saves = new Saves()
  const stop = (): void => {
    saves.stop()
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  let session = await Session.open(paths, options)
  let watch = session.watchBy(saves.add)
  // What was saved while all was looked at, nobody told: the root stands for all that is in it.
  saves.add('')
  try {
    print(await session.all())
    for (;;) {
      const saved = await saves.next()
      if (!saved) return { stdout: '', stderr: '', exitCode: 0 }
      const next = session.isConfig(saved.paths) ? await reopened(paths, options) : undefined
      if (next) {
        watch.close()
        await session.close()
        session = next
        watch = session.watchBy(saves.add)
        saves.add('')
        print(await session.all())
        continue
      }
      const outcome = await session.renew(saved.paths, saved.at)
      for (const folder of watch.keepTo(session.folders)) saves.add(folder)
      if (outcome) print(outcome)
    }
  } finally {
    watch.close()
    await session.close()
  }
}

/** A config that cannot be used while it is written is told; what is watched goes on by the one before. */
async function reopened(paths: readonly string[], options: LintOptions): Promise<Session | undefined> {
  try {
    return await Session.open(paths, options)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    print({ stdout: '', stderr: `${error.message}\n`, exitCode: 2 })
    return undefined
  }
}

/** What is watched, by one config. */
class Session {
  readonly #live: Live
  readonly #telling: Omit<Telling, 'started'>
  readonly #started: number

  private constructor(live: Live, telling: Omit<Telling, 'started'>, started: number) {
    this.#live = live
    this.#telling = telling
    this.#started = started
  }

  static async open(paths: readonly string[], options: LintOptions): Promise<Session> {
    const started = performance.now()
    const only = await checkedRules(options.rule)
    const reporter = await checkedReporter(options)
    const workspace = await openWorkspace(options.cwd, paths, options.config)
    const canon = await openCanon(workspace)
    const live = await Live.open(runRequestOf(workspace, canon, only, options))
    const session = new Session(
      live,
      { workspace, canon, only, reporter, baseline: 'none', options },
      started,
    )
    try {
      session.#asked()
      checkClaims(canon, live.corpus.guides.keys())
      return session
    } catch (error) {
      await live.close()
      throw error
    }
  }

  get folders(): readonly string[] {
    return this.#live.folders
  }

  /** Tells, with its path, of each save in the folders that are watched. */
  watchBy(tellOf: (path: string) => void): FolderWatch {
    const watch = new FolderWatch(this.#telling.workspace.root, tellOf)
    watch.keepTo(this.folders)
    return watch
  }

  /** True where one of these paths says how all others are read. */
  isConfig(paths: ReadonlySet<string>): boolean {
    const { workspace, options } = this.#telling
    return [...paths].some((path) => isRuling(path, workspace, options))
  }

  /** All that is found. */
  async all(): Promise<Outcome> {
    const { known } = this.#live
    return tell(known, this.#looked(known, this.#asked()), { ...this.#telling, started: this.#started })
  }

  /** What is found in the documents that were saved, and in those of which something else is found since. */
  async renew(paths: ReadonlySet<string>, started: number): Promise<Outcome | undefined> {
    const { known, changed, touched } = await this.#live.renew(paths)
    const { workspace, options } = this.#telling
    const asked = pathsAsked(known.documents, workspace, options)
    const about = aboutOf({ known, changed, touched })
    const shown = new Set([...about].filter((path) => asked.has(path)))
    const others = known.others.filter(({ path }) => touched.has(path))
    if (shown.size === 0 && others.length === 0) return undefined
    const messages = [...messagesOn({ ...known, others: [] }, shown), ...others].sort(compareMessages)
    const all = messagesOn(known, asked).length
    return tell(known, this.#looked(known, shown), {
      ...this.#telling,
      started,
      includes: (path) => shown.has(path) || touched.has(path),
      messages,
      ...(all > messages.length && { notes: [`${countOf(all, 'finding')} in all that is watched`] }),
    })
  }

  async close(): Promise<void> {
    await this.#live.close()
  }

  #asked(): ReadonlySet<string> {
    return pathsToLookAt(this.#live.known.documents, this.#telling.workspace, this.#telling.options)
  }

  #looked({ documents, slugs }: Known, paths: ReadonlySet<string>): Parameters<typeof tell>[1] {
    return { documents, paths, config: this.#telling.workspace.config, slugs: () => slugs }
  }
}

function aboutOf({ known, changed, touched }: Renewal): ReadonlySet<string> {
  return new Set([...changed, ...touched].filter((path) => known.documents.has(path)).sort())
}

function print({ stdout, stderr }: Outcome): void {
  process.stderr.write(stderr)
  process.stdout.write(stdout)
}
