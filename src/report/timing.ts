/** What a run took, in milliseconds. */
export interface Timing {
  readonly total: number
  readonly documents: number
  readonly stages: ReadonlyMap<string, number>
  readonly rules: ReadonlyMap<string, number>
}

/** What a run spent its time on, as a table: stages, then rules, the longest first. */
export function timingTable({ total, documents, stages, rules }: Timing): string {
  const sum = (times: ReadonlyMap<string, number>): number =>
    [...times.values()].reduce((all, each) => all + each, 0)
  const byRules = sum(rules)
  const parts: [string, number][] = [
    ...stages,
    ['rules', byRules],
    ['all else', Math.max(total - byRules - sum(stages), 0)],
  ]
  const longest = [...rules].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const width = Math.max(...[...parts, ...longest].map(([name]) => name.length))
  const line = ([name, time]: readonly [string, number]): string =>
    [
      name.padEnd(width),
      time.toFixed(1).padStart(9),
      `${((time / total) * 100).toFixed(1)} %`.padStart(8),
      ((time / documents) * 1000).toFixed(1).padStart(9),
    ].join('  ')
  const head = (name: string): string =>
    [name.padEnd(width), 'ms'.padStart(9), 'share'.padStart(8), 'µs a doc.'.padStart(9)].join('  ')
  return [
    `Times of ${documents} documents, read anew in one thread: ${total.toFixed(0)} ms`,
    head('stage'),
    ...parts.map(line),
    head('rule'),
    ...longest.map(line),
    '',
  ].join('\n')
}
