import { nearestOf } from '../text/nearest.ts'

export type Placeholder = 'guide' | 'locale' | 'type'

/** One part of a pattern: words that stand in the path as they are, or a placeholder. */
export type Token = { readonly kind: 'text'; readonly text: string } | { readonly kind: Placeholder }

const placeholders: readonly Placeholder[] = ['guide', 'locale', 'type']

/** The parts of a pattern: `content/{locale}` is a text and a placeholder. */
export function tokensOf(pattern: string): Token[] {
  return pattern
    .split(/(\{[^{}]*\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const kind = placeholders.find((name) => part === `{${name}}`)
      return kind ? { kind } : { kind: 'text', text: part }
    })
}

/** What no path of a pattern may hold, and what is meant instead. */
const strangers: readonly (readonly [sign: RegExp, expected: string])[] = [
  [/\\/, '`/`'],
  [/\*+/, '`{guide}`, which stands for any folders'],
  [/\/\//, '`/`'],
  [/[{}]/, 'a placeholder such as `{guide}`'],
]

/** What is wrong with a pattern that may hold these placeholders, as a reason; undefined where nothing is. */
export function patternProblem(pattern: string, known: readonly Placeholder[]): string | undefined {
  if (pattern === '') return 'Unexpected empty pattern, expected one such as `content/{locale}/{guide}.md`'
  const names = Array.from(pattern.matchAll(/\{([^{}]*)\}/g), ([, name = '']) => name)
  for (const [index, name] of names.entries()) {
    if (!known.some((each) => each === name)) {
      const near = nearestOf(name, known)
      const expected = near === undefined ? known.map((each) => `\`{${each}}\``).join(', ') : `\`{${near}}\``
      return `Unexpected \`{${name}}\`, expected ${expected}`
    }
    if (names.indexOf(name) < index) return `Unexpected second \`{${name}}\`, expected one`
  }
  const between = /\}\{/.exec(pattern)
  if (between) return `Unexpected \`${pattern}\`, expected something between \`}\` and \`{\``
  const words = pattern.replace(/\{[^{}]*\}/g, '|').replace(/^https?:\/\//, '')
  for (const [sign, expected] of strangers) {
    const found = sign.exec(words)
    if (found) return `Unexpected \`${found[0]}\` in \`${pattern}\`, expected ${expected}`
  }
  return undefined
}
