import type { Contradiction } from './contradiction.ts'
import { roleName, type Yardstick } from './endpoints.ts'
import type { Direction } from './protocol.ts'
import { isRight } from './right-values.ts'
import type { RoleWord } from './role.ts'
import type { Statement } from './statement.ts'

/**
 * The word of a label that is to blame for all that stands behind it: `Incoming port: 465 or 587`, where another
 * line has the incoming ports already, or where the words behind the label say better.
 */
export function wrongLabel(
  list: readonly Statement[],
  all: readonly Statement[],
  yardstick: Yardstick,
): Contradiction | undefined {
  const [first] = list
  const ports = list.filter(({ kind }) => kind === 'port')
  if (!first || ports.length === 0) return undefined
  const doubted = first.otherWords.find(
    ({ direction }) => direction !== undefined && direction !== first.direction,
  )
  if (doubted && first.direction !== undefined && ports.some((port) => isRight(port, yardstick)))
    return labelContradiction(doubted, first.direction, ports)
  const word = first.roleWords.find(({ direction }) => direction !== undefined)
  const opposite = first.direction === 'incoming' ? 'outgoing' : 'incoming'
  if (!word || ports.length < 2 || !ports.every((port) => isOf(port, opposite, yardstick))) return undefined
  const others = all.filter(
    ({ kind, section, list: id }) => kind === 'port' && section === first.section && id !== first.list,
  )
  const hasOwn = others.some(
    (other) =>
      other.direction === first.direction &&
      other.basis === 'words' &&
      other.roleWords.length > 0 &&
      isRight(other, yardstick),
  )
  return hasOwn ? labelContradiction(word, opposite, ports) : undefined
}

function isOf({ value }: Statement, direction: Direction, { endpoints }: Yardstick): boolean {
  return endpoints.some(
    (endpoint) => endpoint.direction === direction && endpoint.ports.some(({ number }) => number === value),
  )
}

function labelContradiction(
  { range, direction }: RoleWord,
  expected: Direction,
  ports: readonly Statement[],
): Contradiction {
  const numbers = ports.map(({ value }) => `\`${value}\``).join(' and ')
  const verb = ports.length === 1 ? 'is' : 'are'
  return {
    kind: 'label',
    range,
    actual: roleName({ direction: direction ?? 'incoming' }),
    reason: `Unexpected label of ${roleName({ direction: direction ?? 'incoming' })} on ${numbers}, expected one of ${roleName({ direction: expected })}`,
    note: `${numbers} ${verb} for ${roleName({ direction: expected })}`,
    isSafe: false,
    places: [],
    others: ports.map(({ range: place, value }) => ({ range: place, reason: `\`${value}\` stands here` })),
  }
}
