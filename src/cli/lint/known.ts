import { compareMessages, type Message } from '../../lint/message.ts'
import type { Reporter } from '../../report/report.ts'
import type { Known } from '../../run/known.ts'
import { textsBelow } from '../../run/texts.ts'
import type { Canon } from '../../settings/canon.ts'
import { settle } from './baseline.ts'
import { allowed } from './budget.ts'
import type { LintOptions } from './options.ts'
import { ruleScopeOf, scopeOf } from './paths.ts'
import { present, type RunResult } from './report.ts'
import type { Outcome } from '../outcome.ts'
import { pluginNotes } from './plugins.ts'
import type { Workspace } from '../workspace.ts'

/** How what is known is to be told. */
export interface Telling {
  readonly workspace: Workspace
  readonly canon: Canon | undefined
  readonly only: ReadonlySet<string> | undefined
  readonly reporter: { readonly name: string; readonly print: Reporter }
  readonly baseline: 'update' | 'shrink' | 'none'
  readonly options: LintOptions
  readonly started: number
  /** Which paths are spoken of; where it is left out, those that were named. */
  readonly includes?: (path: string) => boolean
  /** Which messages are spoken of; where it is left out, all on the documents that were asked for. */
  readonly messages?: readonly Message[]
  /** Which of those that are not known count. */
  readonly counts?: (message: Message) => boolean
  readonly notes?: readonly string[]
}

/** Tells what a run found of the documents that were asked for, those apart that the baseline holds. */
export async function tell(known: Known, looked: RunResult['looked'], telling: Telling): Promise<Outcome> {
  const { workspace, canon, only, reporter, baseline, options, started, notes = [], counts } = telling
  const found = {
    root: workspace.root,
    messages: await allowed(telling.messages ?? messagesOn(known, looked.paths), () => allOf(known), telling),
    textOf: textsBelow(workspace.root, canon),
    scope: {
      includes: telling.includes ?? scopeOf(looked, workspace, options),
      hasRule: ruleScopeOf(only, false),
    },
  }
  const settled =
    options.baseline === false ? { messages: found.messages, notes: [] } : await settle(found, baseline)
  const strays = [...known.documents.values()].flatMap(({ path, isStray }) => (isStray ? [path] : []))
  return present(
    {
      ...found,
      messages: counts ? settled.messages.filter(counts) : settled.messages,
      notes: [...settled.notes, ...notes, ...pluginNotes(workspace.config, options)],
      looked,
      strays,
      refused: [],
      fixes: undefined,
      pipedTo: undefined,
    },
    reporter,
    options,
    started,
  )
}

function* allOf({ documents }: Known): Iterable<Message> {
  for (const { heard } of documents.values()) yield* heard
}

/** The messages on documents, and on other files of their guides. */
export function messagesOn({ documents, others }: Known, paths: ReadonlySet<string>): Message[] {
  const asked = [...paths].flatMap((path) => documents.get(path) ?? [])
  const guides = new Set(asked.map(({ guide }) => guide))
  const messages = asked.flatMap(({ heard }) => heard)
  for (const message of others) if (guides.has(message.guide)) messages.push(message)
  return messages.sort(compareMessages)
}
