/** Who found a target's words: a person, the translation memory, a machine; or they are still the source's. */
export type Origin = 'human' | 'memory' | 'machine' | 'source'

/** What was recorded of one target segment when it was last in step with its source. */
export interface LedgerLine {
  /** Hash of the source segment; several with `+` between them where one target stands for them all. */
  readonly source: string
  /** Hash of what stood before it, so that segments can be told apart that say the same. */
  readonly context: string
  /** Which one it was of those that say the same in the same context, from 0. */
  readonly occurrence: number
  /** Hash of the target segment. */
  readonly target: string
  readonly origin: Origin
  /** Git's id of the source document of then. */
  readonly blob: string
}

/** A line that cannot be read; the others count all the same. */
export interface DamagedLine {
  /** From 1. */
  readonly line: number
  readonly reason: string
}

/** What a ledger's file says. */
export interface Ledger {
  /** Git's id of the source document that the target was last synced with; several where a merge left them. */
  readonly synced: readonly string[]
  readonly lines: readonly LedgerLine[]
  readonly damaged: readonly DamagedLine[]
}

const origins: readonly Origin[] = ['human', 'memory', 'machine', 'source']

const hash = /^[0-9a-f]{16}(?:\.[0-9a-f]{8})?$/
const forms: Readonly<Record<string, RegExp>> = {
  source: /^[0-9a-f]{16}(?:\.[0-9a-f]{8})?(?:\+[0-9a-f]{16}(?:\.[0-9a-f]{8})?)*$/,
  context: /^(?:[0-9a-f]{8})?$/,
  target: hash,
  blob: /^(?:[0-9a-f]{40}|[0-9a-f]{64})?$/,
}

/** Where all ledgers lie, below the root. */
export const ledgerFolder = '.hexapla/ledger'

/** Where a target's ledger lies, below the root. */
export function ledgerPath(locale: string, guide: string): string {
  return `${ledgerFolder}/${locale}/${guide}.jsonl`
}

/** True of a path that `ledgerPath` may give. */
export function isLedgerPath(path: string): boolean {
  return path.startsWith(`${ledgerFolder}/`) && path.endsWith('.jsonl')
}

/** Reads a ledger; said twice, as a merge may leave it, a line counts once. */
export function parseLedger(text: string): Ledger {
  const lines = new Map<string, LedgerLine>()
  const synced = new Set<string>()
  const damaged: DamagedLine[] = []
  for (const [index, content] of text.split(/\r?\n/).entries()) {
    if (content.trim() === '') continue
    const found = readLine(content)
    if (typeof found === 'object' && 'synced' in found) synced.add(found.synced)
    else if (typeof found === 'string') damaged.push({ line: index + 1, reason: found })
    else lines.set(content, found)
  }
  return { synced: [...synced], lines: [...lines.values()], damaged }
}

/** A ledger's file: a line a segment, sorted, so that git merges it line by line; the last line tells the source it was synced with. */
export function printLedger({ synced, lines }: Pick<Ledger, 'synced' | 'lines'>): string {
  const last = synced.map((blob) => JSON.stringify({ synced: blob }))
  const printed = [...new Set([...lines.map(printLine), ...last])].sort()
  return printed.map((line) => `${line}\n`).join('')
}

/** What all but always holds is left out. */
function printLine({ source, context, occurrence, target, origin, blob }: LedgerLine): string {
  return JSON.stringify({
    source,
    ...(context !== '' && { context }),
    ...(occurrence > 0 && { occurrence }),
    target,
    ...(origin !== 'human' && { origin }),
    blob,
  })
}

/** A line, or why it is none. */
function readLine(content: string): LedgerLine | { readonly synced: string } | string {
  const value = jsonOf(content)
  if (value === undefined)
    return content.startsWith('<<<<<<<') || content.startsWith('=======') || content.startsWith('>>>>>>>')
      ? 'Unexpected mark of a merge, expected both sides without it'
      : `Unexpected \`${content.slice(0, 40)}\`, expected an object of JSON on one line`
  if (typeof value.synced === 'string')
    return forms.blob?.test(value.synced)
      ? { synced: value.synced }
      : unexpected('synced', value.synced, 'a hash')
  const { context = '', occurrence = 0, origin = 'human' } = value
  const line = { ...value, context }
  for (const [key, form] of Object.entries(forms)) {
    const found: unknown = line[key as keyof typeof line]
    if (typeof found !== 'string' || !form.test(found)) return unexpected(key, found, 'a hash')
  }
  if (typeof occurrence !== 'number' || !Number.isSafeInteger(occurrence) || occurrence < 0)
    return unexpected('occurrence', occurrence, 'a whole number')
  const known = origins.find((each) => each === origin)
  if (known === undefined) return unexpected('origin', origin, origins.join(', '))
  const { source, target, blob } = value as { source: string; target: string; blob: string }
  return { source, context: String(context), occurrence, target, origin: known, blob }
}

function unexpected(key: string, found: unknown, expected: string): string {
  const shown = found === undefined ? 'absence' : `\`${JSON.stringify(found).slice(0, 40)}\``
  return `Unexpected ${shown} of \`${key}\`, expected ${expected}`
}

function jsonOf(content: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(content)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
