import type { ToolResult } from './compare.ts'
import type { Growth } from './growth.ts'
import type { Machine } from './machine.ts'

/** All that a bench measured. */
export interface BenchResult {
  readonly machine: Machine
  readonly corpus: { readonly documents: number; readonly bytes: number; readonly made: boolean }
  readonly comparison: readonly ToolResult[]
  readonly growth: readonly Growth[]
}

/** The figures for a reader, as Markdown. */
export function reportOf({ machine, corpus, comparison, growth }: BenchResult): string {
  const { date, cores, processor, memoryGiB, system, node, load } = machine
  const kind = corpus.made ? 'Made guides' : 'Copied documents'
  const knowsMemory = comparison.some(({ median }) => median.peakMiB !== undefined)
  const partial = comparison.filter(({ share }) => share < 1)
  return [
    '',
    `${date}, ${cores} cores (${processor}), ${memoryGiB} GiB, ${system}, Node ${node}, load before ${load}`,
    `${kind}: ${count(corpus.documents)} files, ${megabytes(corpus.bytes)} MB; medians of ${comparison[0]?.runs.length ?? 0}`,
    '',
    ...tableOf(
      ['tool', 'seconds', 'ms per MB', 'peak MiB', 'hexapla / tool: time', 'memory'],
      comparison.map((each) => [
        `${each.name} ${each.version}${each.share < 1 ? ' (on a tenth)' : ''}`,
        each.median.seconds.toFixed(2),
        (each.secondsPerMb * 1000).toFixed(0),
        each.median.peakMiB?.toFixed(0) ?? '-',
        `${each.ratio.time.toFixed(3)}${factor(each)}`,
        each.ratio.memory?.toFixed(2) ?? '-',
      ]),
    ),
    '',
    `Growth of hexapla; medians of ${growth[0]?.runs.length ?? 0}`,
    '',
    ...tableOf(
      ['copies', 'files', 'MB', 'seconds', 'ms per MB', 'against one', 'peak MiB'],
      growth.map(({ times, documents, bytes, median, secondsPerMb }) => [
        times.toFixed(0),
        count(documents),
        megabytes(bytes),
        median.seconds.toFixed(2),
        (secondsPerMb * 1000).toFixed(0),
        (secondsPerMb / (growth[0]?.secondsPerMb ?? NaN)).toFixed(2),
        median.peakMiB?.toFixed(0) ?? '-',
      ]),
    ),
    ...(knowsMemory
      ? []
      : ['', 'Peak memory is left out: it is read from `/proc`, which this system has not.']),
    ...partial.map(({ name }) => `\n${name} needs minutes, so it was run on every tenth file.`),
  ].join('\n')
}

/** How many times faster hexapla is, where it is. */
function factor({ name, ratio }: ToolResult): string {
  return name.startsWith('hexapla') || ratio.time >= 1 ? '' : ` (${(1 / ratio.time).toFixed(1)} times faster)`
}

/** A Markdown table whose columns stand below one another in a terminal, too. */
function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)),
  )
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => (column === 0 ? (cells[column] ?? '').padEnd(width) : (cells[column] ?? '').padStart(width))).join(' | ')} |`
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [line(head), line(rule), ...rows.map(line)]
}

function count(value: number): string {
  return value.toLocaleString('en-GB')
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}
