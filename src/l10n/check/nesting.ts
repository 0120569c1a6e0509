import { codeFaults } from '../phrase.ts'
import type { Check } from './check.ts'

/** The pair that each code stands in, by its number; `''` for those in none. */
function parentsOf(text: string): Map<string, string> {
  const parents = new Map<string, string>()
  const open: string[] = []
  for (const [, slash, pair, lone] of text.matchAll(/<(\/?)(\d+)>|\{(\d+)\}/g)) {
    if (slash === '/') open.pop()
    else parents.set(pair ?? lone ?? '', open.at(-1) ?? '')
    if (slash === '') open.push(pair ?? '')
  }
  return parents
}

function placeOf(parent: string): string {
  return parent === '' ? 'in no other' : `in \`<${parent}>\``
}

/** Markup that stands in other markup than in the source: a link whose words became bold, a button outside its bold. */
export const nesting: Check = {
  id: 'nesting',
  severity: 'error',
  *find({ source, target }) {
    if (source.codes.length === 0 || codeFaults(target.text, source.codes).length > 0) return
    const expected = parentsOf(source.text)
    for (const [number, parent] of parentsOf(target.text)) {
      const wanted = expected.get(number)
      if (wanted === undefined || wanted === parent) continue
      const isPair = source.codes[Number(number) - 1]?.kind === 'pair'
      const sign = isPair ? `<${number}>` : `{${number}}`
      const reason = `Unexpected \`${sign}\` ${placeOf(parent)}, expected it ${placeOf(wanted)}`
      yield isPair ? reason : { lesser: reason }
    }
  },
}
