import type { Edit } from '../text/edit.ts'
import type { TokenChange } from './difference.ts'
import { mergeChanges } from './merge.ts'
import type { Passage } from './passage.ts'
import type { Token } from './token.ts'

/** Puts addresses of the source into the words of a target's locale. */
export interface Addresses {
  /** The target's own address for one of the source's. */
  readonly ownOf: (url: string) => string
}

/** What was done to a target for the tokens of its source. */
export interface Carried {
  readonly edits: readonly Edit[]
  /** Changes whose place in the target holds something else: both sides have changed it, or the target never had it. */
  readonly missed: readonly TokenChange[]
}

/** Makes the changes of a source's tokens in the passage that stands for it. */
export function carryTokens(changes: readonly TokenChange[], target: Passage, addresses: Addresses): Carried {
  const edits: Edit[] = []
  const missed: TokenChange[] = []
  const used = new Set<Token>()
  for (const change of changes) {
    const own = target.tokens.filter(({ kind }) => kind === change.kind)
    const same = own.filter(({ value }) => value === change.from)
    const there = own.find((each) => each.value === change.to && !used.has(each))
    if (there && same.length <= change.occurrence) {
      used.add(there)
      continue
    }
    const like =
      same.length > 0 ? same : own.filter(({ value }) => counterpart(change, value, addresses) !== undefined)
    const token = [like[change.occurrence], ...like].find((each) => each && !used.has(each))
    const text = token && counterpart(change, token.value, addresses)
    if (token && text !== undefined) {
      used.add(token)
      if (text !== token.value) edits.push({ range: token.range, text })
      continue
    }
    const merged = mergedToken(change, own, used)
    if (merged) edits.push(...merged)
    else if (!own.some((each) => isDone(change, each.value, addresses))) missed.push(change)
  }
  return { edits, missed }
}

function isDone({ kind, from, to }: TokenChange, value: string, { ownOf }: Addresses): boolean {
  if (value === to) return true
  return (
    (kind === 'url' || kind === 'picture') && (value === ownOf(to) || localized(from, to, value) === value)
  )
}

/** What takes the place of a target's token that stands for the change's former one; undefined where it does not. */
function counterpart(
  { kind, from, to }: TokenChange,
  value: string,
  { ownOf }: Addresses,
): string | undefined {
  if (value === from) return kind === 'url' ? ownOf(to) : to
  return kind === 'url' || kind === 'picture' ? localized(from, to, value) : undefined
}

/**
 * An address as the target would write it, where it differs from the source's in how it begins: `/pl/a` for `/a`; or
 * in its fragment, which stays where the source's does.
 */
function localized(from: string, to: string, value: string): string | undefined {
  const [base, is, was] = [splitUrl(from), splitUrl(to), splitUrl(value)]
  const path = localizedPath(base.path, is.path, was.path)
  if (path === undefined) return undefined
  const fragment = base.fragment === is.fragment ? was.fragment : is.fragment
  return path + fragment
}

function splitUrl(url: string): { path: string; fragment: string } {
  const at = url.indexOf('#')
  return at < 0 ? { path: url, fragment: '' } : { path: url.slice(0, at), fragment: url.slice(at) }
}

function localizedPath(from: string, to: string, value: string): string | undefined {
  if (value === from) return to
  let shared = 0
  while (shared < from.length && shared < value.length && from.at(-1 - shared) === value.at(-1 - shared))
    shared++
  const common = from.slice(from.length - shared)
  const slash = common.indexOf('/')
  const rest = slash < 0 ? '' : common.slice(slash)
  if (rest.length < 2) return undefined
  // What becomes relative is relative to the target's own pages.
  if (from.startsWith('/') && to !== '' && !/^(?:\/|[a-z][a-z\d+.-]*:)/i.test(to)) return to
  const [was, own] = [from.slice(0, from.length - rest.length), value.slice(0, value.length - rest.length)]
  return to.startsWith(was) ? own + to.slice(was.length) : undefined
}

/** Code and markup that differ a little from the source's take its change where it fits. */
function mergedToken(
  { kind, from, to }: TokenChange,
  own: readonly Token[],
  used: Set<Token>,
): Edit[] | undefined {
  if (kind !== 'markup' && kind !== 'attributes') return undefined
  const name = /^[^\s\p{L}]*[\p{L}\p{N}_./-]+/u.exec(from)?.[0]
  const token = own.find((each) => !used.has(each) && name !== undefined && each.value.startsWith(name))
  if (!token) return undefined
  const { edits, conflicts } = mergeChanges(from, to, token.value)
  if (conflicts > 0) return undefined
  used.add(token)
  const { start } = token.range
  return edits.map(({ range, text }) => ({
    range: { start: start + range.start, end: start + range.end },
    text,
  }))
}
