import { wordsOf, type Check } from './check.ts'

/** Signs that begin or end markup; each is to occur as often as in the source. */
const signs = [
  { name: '`', pattern: /(?<!\\)`/g },
  { name: '**', pattern: /(?<!\\)\*\*/g },
  { name: '<', pattern: /<(?=[\p{L}/!?])/gu },
  { name: '{', pattern: /(?<!\\)\{/g },
  { name: '](', pattern: /(?<!\\)\](?=\(|\[|:)/g },
  { name: '|', pattern: /(?<!\\)\|/g },
] as const

/** Markup of Markdown or HTML among the words that is not the source's: code, emphasis, tags, the pipes of tables. */
export const markup: Check = {
  id: 'markup',
  severity: 'error',
  *find({ source, target }) {
    const [from, to] = [wordsOf(source), wordsOf(target)]
    for (const { name, pattern } of signs) {
      const [expected, actual] = [from, to].map((words) => words.match(pattern)?.length ?? 0)
      if (actual !== expected)
        yield `Unexpected \`${name}\` ${timesOf(actual ?? 0)}, expected it ${timesOf(expected ?? 0)}`
    }
  },
}

function timesOf(count: number): string {
  return count === 0 ? 'not at all' : count === 1 ? 'once' : `${count} times`
}
