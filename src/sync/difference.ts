import { diffArrays } from 'diff'
import { isSlipOf } from '../text/nearest.ts'
import { smallWordsOf } from '../text/words.ts'
import { leadOf, type Page, type Passage } from './passage.ts'
import { skeletonOf, type Token, type TokenKind } from './token.ts'

/** One token of a passage that became another. */
export interface TokenChange {
  readonly kind: TokenKind
  readonly from: string
  readonly to: string
  /** Which one it was of the passage's tokens with this kind and value, from 0. */
  readonly occurrence: number
}

/** What two states of one passage differ in. */
export interface Difference {
  /** What stands before its body: the signs of a heading's level, of a list, of a quote. */
  readonly lead?: { readonly from: string; readonly to: string }
  readonly tokens: readonly TokenChange[]
  /**
   * `slight`: letter case, punctuation, emphasis or a slip of the pen, which no translation need follow. A link, a
   * picture or a tag that has come or gone is a change of words: nobody but a translator knows where it belongs.
   */
  readonly words: 'same' | 'slight' | 'changed'
}

/** What a passage's two states differ in; undefined where they say the same. */
export function differenceOf(before: Passage, from: Page, after: Passage, to: Page): Difference | undefined {
  const leads = [leadOf(before, from.text), leadOf(after, to.text)].map(normalLead)
  const lead = leads[0] === leads[1] ? {} : { lead: { from: leads[0] ?? '', to: leads[1] ?? '' } }
  const tails = [tailOf(before, from.text), tailOf(after, to.text)]
  if (before.content === after.content && tails[0] === tails[1])
    return leads[0] === leads[1] ? undefined : { ...lead, tokens: [], words: 'same' }
  const was = skeletonOf(from.text, before.body, before.tokens)
  const is = skeletonOf(to.text, after.body, after.tokens)
  const tokens = was === is ? zipped(before.tokens, after.tokens) : changedTokens(before.tokens, after.tokens)
  if (was === is) return { ...lead, tokens, words: 'same' }
  const isMarkedUpAnew = markupOf(before.tokens, was) !== markupOf(after.tokens, is)
  return { ...lead, tokens, words: isMarkedUpAnew ? 'changed' : wordsBetween(was, is) }
}

/** How many links, pictures and tags a passage has: a translation needs one that has come, whatever the words around it do. */
function markupOf(tokens: readonly Token[], skeleton: string): string {
  const counts = (['url', 'picture', 'markup'] as const).map(
    (kind) => tokens.filter((token) => token.kind === kind).length,
  )
  // Links by reference have no address of their own.
  const brackets = skeleton.match(/\[[^\]]*\]/g)?.length ?? 0
  return [...counts, brackets].join()
}

/** What stands behind a passage's body on its lines: `{#id}` of a heading. */
function tailOf({ range, body }: Passage, text: string): string {
  return text.slice(body.end, range.end).trim()
}

/** Tabs and the space behind a sign are wrapping. */
function normalLead(lead: string): string {
  return lead.replace(/\t/g, '    ').replace(/([-*+>#.)])\s+$/, '$1 ')
}

function zipped(before: readonly Token[], after: readonly Token[]): TokenChange[] {
  return before.flatMap((token, index) => {
    const other = after[index]
    return other?.kind === token.kind && other.value !== token.value
      ? [{ kind: token.kind, from: token.value, to: other.value, occurrence: occurrenceOf(before, index) }]
      : []
  })
}

function occurrenceOf(tokens: readonly Token[], index: number): number {
  const token = tokens[index]
  return tokens.slice(0, index).filter(({ kind, value }) => kind === token?.kind && value === token.value)
    .length
}

/** Of two runs of tokens those that took the place of each other. */
function changedTokens(before: readonly Token[], after: readonly Token[]): TokenChange[] {
  const changes: TokenChange[] = []
  let removed: { readonly token: Token; readonly index: number }[] = []
  let [i, j] = [0, 0]
  for (const part of diffArrays(before.map(keyOf), after.map(keyOf))) {
    if (part.removed) {
      for (let n = 0; n < part.count; n++, i++) {
        const token = before[i]
        if (token) removed.push({ token, index: i })
      }
    } else if (part.added) {
      const added = after.slice(j, j + part.count)
      j += part.count
      for (const { token, index } of removed) {
        const at = added.findIndex(({ kind }) => kind === token.kind)
        const [other] = at < 0 ? [] : added.splice(0, at + 1).slice(-1)
        if (other)
          changes.push({
            kind: token.kind,
            from: token.value,
            to: other.value,
            occurrence: occurrenceOf(before, index),
          })
      }
      removed = []
    } else {
      removed = []
      i += part.count
      j += part.count
    }
  }
  return changes
}

function keyOf({ kind, value }: Token): string {
  return `${kind} ${value}`
}

/** How much the words of two skeletons differ. */
function wordsBetween(was: string, is: string): 'slight' | 'changed' {
  const [a, b] = [smallWordsOf(withoutSigns(was)), smallWordsOf(withoutSigns(is))]
  let removed: string[] = []
  for (const { value, added, removed: isRemoved } of diffArrays(a, b)) {
    if (isRemoved) {
      removed = value
    } else if (added) {
      if (!isSlip(removed.join(''), value.join(''))) return 'changed'
      removed = []
    } else if (removed.length > 0) return 'changed'
  }
  return removed.length > 0 ? 'changed' : 'slight'
}

/** A skeleton without the signs that stand for tokens. */
function withoutSigns(skeleton: string): string {
  return skeleton.replace(/\0\w+\0/g, ' ')
}

/** `setup` and `set up` are one word; a letter more or less in a long one is a slip. */
function isSlip(word: string, other: string): boolean {
  return word === other || (Math.min(word.length, other.length) >= 6 && isSlipOf(word, other))
}
