import { nearestOf } from '../text/nearest.ts'

/** The user asked for something that cannot be done: shown in plain words, exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** ``Unexpected rule `x`, expected …``: with the nearest known name, or all of them where none is near. */
export function unknownName(kind: string, name: string, known: readonly string[]): UsageError {
  const near = nearestOf(name, known)
  const expected = near === undefined ? `one of ${known.join(', ')}` : `\`${near}\``
  return new UsageError(`Unexpected ${kind} \`${name}\`, expected ${expected}`)
}
