import type { Contradiction } from './contradiction.ts'
import { roleName, sameHost, type Yardstick } from './endpoints.ts'
import { isRight } from './right-values.ts'
import { isBound, type Statement } from './statement.ts'

/** Values of one section that cannot both be true, where no settings file tells which is: the table and the prose. */
export function disagreements(values: readonly Statement[], yardstick: Yardstick): Contradiction[] {
  if (yardstick.service) return []
  const tables = values.filter(({ place }) => place === 'table')
  const prose = values.filter(({ place }) => place === 'line' || place === 'sentence')
  return prose.flatMap((statement): Contradiction[] => {
    const beside = tables.filter((other) => areComparable(statement, other))
    const [first] = beside
    if (!first || beside.some((other) => isSame(other, statement))) return []
    const { kind } = statement
    // Of two ports, the one that is registered for mail is right.
    const isTableWrong = kind === 'port' && isRight(statement, yardstick) && !isRight(first, yardstick)
    const [wrong, right, where] = isTableWrong
      ? [first, statement, 'in the text']
      : [statement, first, 'in the table']
    return [
      {
        kind: 'agreement',
        range: wrong.range,
        actual: wrong.value,
        reason: `Unexpected ${kind} \`${wrong.value}\` for ${roleName(wrong)}, expected \`${right.value}\` as ${where}`,
        isSafe: false,
        places: [],
        others: [{ range: right.range, reason: `The ${kind} is \`${right.value}\` here` }],
      },
    ]
  })
}

/** Whether two values are of the same server, the same section and, for ports, the same way to encrypt. */
function areComparable(a: Statement, b: Statement): boolean {
  if (a.kind !== b.kind || a.section !== b.section || a.isExample || b.isExample) return false
  if (!isBound(a) || a.direction !== b.direction || a.protocol !== b.protocol) return false
  if (a.kind === 'host') return true
  return a.cipher !== undefined && a.cipher.value !== 'encrypted' && a.cipher.value === b.cipher?.value
}

function isSame(a: Statement, b: Statement): boolean {
  return a.kind === 'host' ? sameHost(a.value, b.value) : a.value === b.value
}
