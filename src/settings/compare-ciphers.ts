import type { Cipher } from './cipher.ts'
import type { Contradiction } from './contradiction.ts'
import type { Statements } from './statement.ts'

/**
 * The same said twice where two ways should be named: `SSL enabled or enabled`. Which of the two is wrong is told by
 * the order in which the rest of the document names them; where it does not, it is the second.
 */
export function repeatedCipher(
  ciphers: readonly Cipher[],
  all: Statements['loose'],
): Contradiction | undefined {
  const [first, second] = ciphers
  if (
    !first ||
    !second ||
    ciphers.length > 2 ||
    first.value !== second.value ||
    !areAlternatives(first, second)
  )
    return undefined
  const votes = all.reduce((sum, { ciphers: [a, b] }) => {
    if (!a || !b || a.value === b.value || !areAlternatives(a, b)) return sum
    return sum + (a.value === first.value ? 1 : b.value === first.value ? -1 : 0)
  }, 0)
  const [wrong, other] = votes < 0 ? [first, second] : [second, first]
  const [actual, expected] =
    first.value === 'none' ? ['no encryption', 'encryption'] : ['encryption', 'no encryption']
  return {
    kind: 'security',
    range: wrong.range,
    actual,
    reason: `Unexpected second choice of ${actual}, expected one of ${expected}`,
    isSafe: false,
    places: [],
    others: [{ range: other.range, reason: 'It stands here, too' }],
  }
}

/** One `or` stands between them: `enabled or disabled`. */
function areAlternatives(a: Cipher, b: Cipher): boolean {
  return b.from - a.to === 2
}
