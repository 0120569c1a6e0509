import type { Means } from '../lint/found.ts'

/** What a run spends its time on, besides rules. */
export type Stage =
  'list the files' | 'read the texts' | 'parse, and read facts' | 'pack the facts' | 'corpus and indexes'

/** Times in milliseconds, added up over a run. */
export interface Times {
  readonly stages: ReadonlyMap<Stage, number>
  readonly rules: ReadonlyMap<string, number>
}

/** Adds up what stages and rules take; the first rule that asks for something that others share pays for it. */
export class Stopwatch implements Times {
  readonly stages: Map<Stage, number> = new Map<Stage, number>()
  readonly rules: Map<string, number> = new Map<string, number>()

  readonly measure: NonNullable<Means['measure']> = (ruleId, look) => timed(this.rules, ruleId, look)

  /** Does something that belongs to a stage; of a promise, the time until it is kept. */
  stage<Value>(name: Stage, work: () => Value): Value {
    return timed(this.stages, name, work)
  }
}

function timed<Key, Value>(times: Map<Key, number>, key: Key, work: () => Value): Value {
  const started = performance.now()
  const note = (): void => {
    times.set(key, (times.get(key) ?? 0) + performance.now() - started)
  }
  const value = work()
  if (value instanceof Promise) void value.then(note, note)
  else note()
  return value
}
