import type { Code, Phrase } from './phrase.ts'

const sign = /<(\/?)(\d+)>|\{(\d+)\}/g

/** What stands between the ends of each pair of a phrase, with its markup, by the pair's number. */
function innersOf({ text, codes }: Phrase): Map<number, string> {
  const inners = new Map<number, string>()
  const open: { readonly number: number; words: string }[] = []
  let at = 0
  const add = (words: string): void => {
    for (const each of open) each.words += words
  }
  for (const match of text.matchAll(sign)) {
    const [whole, slash, pair, lone] = match
    add(text.slice(at, match.index))
    at = match.index + whole.length
    const number = Number(pair ?? lone)
    const code = codes[number - 1]
    if (code?.kind === 'lone') add(code.text)
    else if (code && slash === '') {
      add(code.open)
      open.push({ number, words: '' })
    } else if (code) {
      const ended = open.pop()
      if (ended) inners.set(ended.number, ended.words)
      add(code.close)
    }
  }
  return inners
}

/** The label that a link without an address of its own is looked up by, as it is compared: `[Panel][]` has `panel`. */
function labelOf(code: Code, inner: string): string | undefined {
  if (code.kind === 'lone' || code.open !== '[') return undefined
  if (/^\](?:\[\])?(?:\{.*\})?$/.test(code.close)) return compared(inner)
  const label = /^\]\[((?:\\.|[^\]\\])*)\]/s.exec(code.close)?.[1]
  return label === undefined ? undefined : compared(label)
}

/** Labels are equal but for letter case and white space. */
export function compared(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase()
}

/** What a code is, whatever words it holds. */
function nameOf(code: Code, inner: string): string {
  if (code.kind === 'pair') return `${code.open}\n${labelOf(code, inner) ?? code.close}`
  return code.text
}

/** What kind of thing a code is: a link, a picture, bold words, an element by its name. */
function familyOf(code: Code): string {
  if (code.kind === 'pair') return /^<[\w:.-]+/.exec(code.open)?.[0] ?? code.open
  const { text } = code
  // Words in a picture's brackets, and in its title, are translated.
  if (text.startsWith('![')) return `![${/\]\(\s*([^\s)]*)[^\]]*$/.exec(text)?.[1] ?? ''}`
  if (text.includes('\n') && text.trim().length < 2) return 'break'
  if (/^<(?:https?:|[^<>\s]+@)|^https?:|^www\./.test(text)) return 'address'
  return text.startsWith('`') ? 'code' : text
}

/**
 * A translation's phrase with the numbers of its source: a code has the number of the source's that is the same, or of
 * the same kind where a locale has its own address; what the source lacks is numbered behind.
 */
export function renumbered(target: Phrase, source: Phrase): Phrase {
  if (target.codes.length === 0) return { text: target.text, codes: source.codes }
  const numbers = matched(target, source)
  const codes: Code[] = [...source.codes]
  for (const [index, code] of target.codes.entries()) {
    const number = numbers[index] ?? codes.push(code)
    numbers[index] = number
    codes[number - 1] = code
  }
  const text = target.text.replace(sign, (whole, slash?: string, pair?: string, lone?: string) => {
    const number = numbers[Number(pair ?? lone) - 1]
    if (number === undefined) return whole
    return pair === undefined ? `{${number}}` : `<${slash ?? ''}${number}>`
  })
  return { text, codes }
}

/** By the places of the target's codes, the numbers of the source's that they stand for. */
function matched(target: Phrase, source: Phrase): (number | undefined)[] {
  const [own, others] = [innersOf(target), innersOf(source)]
  const numbers: (number | undefined)[] = target.codes.map(() => undefined)
  const free = new Set(source.codes.keys())
  const passes = [
    (code: Code, place: number, inners: ReadonlyMap<number, string>) =>
      nameOf(code, inners.get(place + 1) ?? ''),
    (code: Code) => familyOf(code),
  ]
  for (const keyOf of passes) {
    const waiting = new Map<string, number[]>()
    for (const place of free) {
      const code = source.codes[place]
      if (!code) continue
      const key = `${code.kind}\n${keyOf(code, place, others)}`
      waiting.set(key, [...(waiting.get(key) ?? []), place])
    }
    for (const [index, code] of target.codes.entries()) {
      if (numbers[index] !== undefined) continue
      const place = waiting.get(`${code.kind}\n${keyOf(code, index, own)}`)?.shift()
      if (place === undefined) continue
      numbers[index] = place + 1
      free.delete(place)
    }
  }
  return numbers
}

/**
 * The content of a translation in other words: with the codes that stand in the target now, where a locale has its own,
 * and the source's where it has none. A link that is looked up by its words gets its label, since the words are others.
 */
export function translatedContent(words: string, source: Phrase, target: Phrase = source): string {
  const own = innersOf(source)
  const current = innersOf(target)
  const codes = source.codes.map((code, index) => {
    const now = target.codes[index] ?? code
    const number = index + 1
    const isSame = labelOf(code, own.get(number) ?? '') === labelOf(now, current.get(number) ?? '')
    return labelOf(code, own.get(number) ?? '') !== undefined && isSame ? code : now
  })
  const inners = innersOf({ text: words, codes })
  return words.replace(sign, (whole, slash?: string, pair?: string, lone?: string) => {
    const number = Number(pair ?? lone)
    const code = codes[number - 1]
    if (!code) return whole
    if (code.kind === 'lone') return code.text
    if (slash === '') return code.open
    return closeOf(code, own.get(number) ?? '', inners.get(number) ?? '')
  })
}

function closeOf(code: Extract<Code, { kind: 'pair' }>, own: string, inner: string): string {
  const isShort = code.open === '[' && /^\](?:\[\])?(?:\{|$)/.test(code.close)
  if (!isShort || compared(own) === compared(inner)) return code.close
  return code.close.replace(/^\](?:\[\])?/, () => `][${own.replace(/\s+/g, ' ')}]`)
}
