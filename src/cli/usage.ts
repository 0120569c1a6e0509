import type { ConfigProblem } from '../corpus/parse-config.ts'
import { nearestOf } from '../text/nearest.ts'
import { placesIn } from '../text/source.ts'

/** The user asked for something that cannot be done: shown in plain words, exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The options for these take every word behind them, and so a path that stands too late. */
const manifold: ReadonlySet<string> = new Set(['rule', 'locale'])

/** ``Unexpected rule `x`, expected …``: with the nearest known name, or all of them where none is near. */
export function unknownName(kind: string, name: string, known: readonly string[]): UsageError {
  const near = nearestOf(name, known)
  if (near !== undefined) return new UsageError(`Unexpected ${kind} \`${name}\`, expected \`${near}\``)
  const all = known.map((each) => `\`${each}\``).join(', ')
  const expected = `expected ${known.length > 1 ? 'one of ' : ''}${all || 'none'}`
  const hint = manifold.has(kind) ? '; paths stand before the options, or behind `--`' : ''
  return new UsageError(`Unexpected ${kind} \`${name}\`, ${expected}${hint}`)
}

/** A file of the user's has mistakes: `what` is the config, say, and each mistake has its place in the text. */
export function unusable(what: string, problems: readonly ConfigProblem[], text: string): UsageError {
  const places = placesIn(text)
  const lines = problems.map(({ path, range, reason }) => {
    const { line, column } = places.pointAt(range.start)
    return `${path}:${line}:${column}  ${reason}`
  })
  return new UsageError([`The ${what} cannot be used.`, ...lines].join('\n'))
}

/** There is nothing to lint at the places that were named. */
export function withoutDocuments(places: readonly string[]): UsageError {
  const named = places.map((place) => `\`${place || '.'}\``).join(', ')
  const [only = ''] = places.length === 1 ? places : []
  return new UsageError(`Unexpected ${named} without a Markdown document, expected ${expectedAt(only)}`)
}

function expectedAt(path: string): string {
  if (/\.mdx?$/.test(path)) return 'one that no `exclude`, `.gitignore` or `.hexaplaignore` leaves out'
  return /[^/]\.[^./]+$/.test(path)
    ? 'a file `.md` or `.mdx`, or a folder'
    : 'files such as `mail/guide.fr-fr.md` in it, which nothing leaves out'
}
