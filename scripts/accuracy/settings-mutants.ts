import type { OpenDocument } from '../../src/corpus/document.ts'
import { mailPort, protocols } from '../../src/settings/protocol.ts'
import type { Edit } from '../../src/text/edit.ts'
import { sliceOf, type Range } from '../../src/text/range.ts'
import { offsetOf, type Truth } from './settings.ts'

/** One change that makes a guide say something else. */
export interface Mutant {
  readonly kind: string
  /** `993 -> 143` */
  readonly what: string
  readonly edits: readonly Edit[]
  /** What was changed, where it was one value. */
  readonly truth?: Truth & { readonly offset: number }
  /** True where the change mends a known defect. */
  readonly isRepair?: boolean
}

/** Every change of one setting, of two rows and of two heads. */
export function* mutantsOf(document: OpenDocument, truth: readonly Truth[]): Iterable<Mutant> {
  const { text } = document
  const placed = truth.map((each) => ({ ...each, offset: offsetOf(each, text) }))
  const seen = new Set<number>()
  for (const each of placed) {
    if (seen.has(each.offset)) continue
    seen.add(each.offset)
    if (each.kind === 'port') yield* portMutants(each)
    else if (each.kind === 'host') yield replacing(each, 'another host', 'mail.wrong-host.net')
    else yield* securityMutants(each, placed, text)
  }
  const isTruth = (range: Range): boolean =>
    placed.some(({ offset }) => range.start <= offset && offset < range.end)
  for (const { rows } of document.facts.tables) {
    const [head, ...body] = rows
    if (!head || !body.some((row) => isTruth(row.range))) continue
    yield* swaps(
      'two rows',
      body.map(({ cells }) => cells.slice(1).map(({ range }) => range)),
      text,
      isTruth,
    )
    yield* swaps(
      'two heads',
      head.cells.map(({ range }) => [range]),
      text,
      () => true,
    )
  }
}

type Placed = Truth & { readonly offset: number }

function replacing(truth: Placed, kind: string, text: string, isRepair = false): Mutant {
  const range = { start: truth.offset, end: truth.offset + truth.text.length }
  return {
    kind,
    what: `${truth.text} -> ${text}`,
    edits: [{ range, text }],
    truth,
    ...(isRepair && { isRepair }),
  }
}

function* portMutants(truth: Placed): Iterable<Mutant> {
  yield replacing(truth, 'an unknown port', `${truth.text}1`)
  yield replacing(truth, 'an unknown port', '2525')
  const known = mailPort(Number(truth.value))
  const { protocol = known?.protocol, role } = truth
  if (!known || protocol === undefined) return
  const own = protocols[protocol]?.ports ?? {}
  const other = known.security === 'tls' ? own.starttls : own.tls
  // The port of a mistake has no other port of its server: its server's are both right.
  const isWrong = known.protocol !== protocol
  if (other !== undefined)
    yield replacing(
      truth,
      'another port of its server',
      String(other),
      isWrong && other === own[known.security],
    )
  const foreign = role === 'outgoing' ? protocols.imap : protocols.smtp
  const port = foreign?.ports[known.security]
  if (port !== undefined) yield replacing(truth, 'a port of another server', String(port))
}

/** The opposite in the words of the guide itself; of acronyms, the other one. */
function* securityMutants(truth: Placed, all: readonly Placed[], text: string): Iterable<Mutant> {
  const isAcronym = /^(?:SSL\/TLS|TLS\/SSL|SSL|TLS|STARTTLS)$/.test(truth.text)
  if (isAcronym) {
    yield replacing(truth, 'the opposite security', truth.text === 'STARTTLS' ? 'SSL/TLS' : 'STARTTLS')
    return
  }
  const isInTable = text.charAt(truth.offset - 1) === '|'
  const opposite = all.find(
    (other) =>
      other.kind === 'security' &&
      (other.value === 'none') !== (truth.value === 'none') &&
      (text.charAt(other.offset - 1) === '|') === isInTable,
  )
  if (opposite) yield replacing(truth, 'the opposite security', opposite.text)
}

/** Each two groups of places with what stands in them exchanged, where they hold something to exchange. */
function* swaps(
  kind: string,
  groups: readonly (readonly Range[])[],
  text: string,
  matters: (range: Range) => boolean,
): Iterable<Mutant> {
  for (const [index, first] of groups.entries()) {
    for (const second of groups.slice(index + 1)) {
      const pairs = first.flatMap((a, place): [Range, Range][] => {
        const b = second[place]
        return b && sliceOf(text, a) !== sliceOf(text, b) ? [[a, b]] : []
      })
      if (pairs.length === 0 || !pairs.some(([a, b]) => matters(a) || matters(b))) continue
      if (pairs.some(([a, b]) => a.end === a.start || b.end === b.start)) continue
      const edits = pairs.flatMap(([a, b]) => [
        { range: a, text: sliceOf(text, b) },
        { range: b, text: sliceOf(text, a) },
      ])
      const [pair] = pairs
      yield { kind, what: pair ? `${sliceOf(text, pair[0])} <-> ${sliceOf(text, pair[1])}` : '', edits }
    }
  }
}
