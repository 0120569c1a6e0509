import type { Facts } from '../markdown/facts.ts'
import type { Range } from '../text/range.ts'
import { nearestOf } from '../text/nearest.ts'
import { serviceNamed, type Canon, type Endpoint, type Service } from './canon.ts'
import { anyOf } from './contradiction.ts'
import { protocolNamed, type Security } from './protocol.ts'

/** A part of a document that is made from the canon: `<!-- hexapla:settings mx-plan imap -->` to `<!-- /hexapla:settings -->`. */
export interface Region {
  /** The comment that opens it. */
  readonly open: Range
  /** Between the two comments. */
  readonly content: Range
  readonly service: Service
  readonly endpoints: readonly Endpoint[]
  /** Ports of other ways to encrypt are left out. */
  readonly securities: readonly Security[]
  readonly form: 'table' | 'lines'
}

/** What keeps a region from being made. */
export interface RegionProblem {
  readonly range: Range
  readonly reason: string
}

const opening = /^hexapla:settings(?![\w-])([\s\S]*)$/
const closing = /^\/\s*hexapla:settings$/
const securities: readonly Security[] = ['tls', 'starttls', 'none']

/** The places of a document that its regions cover, whatever they ask for. */
export function regionRanges(comments: Facts['comments']): Range[] {
  return pairsIn(comments).flatMap(({ open, close }) =>
    close ? [{ start: open.range.start, end: close.end }] : [],
  )
}

/** The regions of a document, and what is wrong with those that cannot be made. */
export function regionsOf(
  comments: Facts['comments'],
  canon: Canon | undefined,
): { readonly regions: readonly Region[]; readonly problems: readonly RegionProblem[] } {
  const regions: Region[] = []
  const problems: RegionProblem[] = []
  for (const { open, close, words } of pairsIn(comments)) {
    if (!close) {
      problems.push({
        range: open.range,
        reason: 'Unexpected open region of settings, expected `<!-- /hexapla:settings -->` after it',
      })
      continue
    }
    const asked = canon
      ? readWords(words, canon)
      : 'Unexpected region of settings, expected a settings file to make it from'
    if (typeof asked === 'string') problems.push({ range: open.range, reason: asked })
    else regions.push({ ...asked, open: open.range, content: { start: open.range.end, end: close.start } })
  }
  for (const range of straysIn(comments))
    problems.push({
      range,
      reason:
        'Unexpected end of a region of settings, expected `<!-- hexapla:settings SERVICE -->` before it',
    })
  return { regions, problems }
}

type Comment = Facts['comments'][number]

interface Pair {
  readonly open: Comment
  readonly close?: Range
  readonly words: readonly string[]
}

/** Each opening comment with the closing one that comes before the next opening. */
function pairsIn(comments: Facts['comments']): Pair[] {
  return comments.flatMap((open, index): Pair[] => {
    const match = opening.exec(open.value)
    if (!match) return []
    const next = comments.slice(index + 1).find(({ value }) => opening.test(value) || closing.test(value))
    const words = (match[1] ?? '').split(/[\s,]+/).filter(Boolean)
    return [next && closing.test(next.value) ? { open, close: next.range, words } : { open, words }]
  })
}

function straysIn(comments: Facts['comments']): Range[] {
  const closed = new Set(pairsIn(comments).flatMap(({ close }) => close?.start ?? []))
  return comments.flatMap(({ value, range }) =>
    closing.test(value) && !closed.has(range.start) ? [range] : [],
  )
}

type Asked = Pick<Region, 'service' | 'endpoints' | 'securities' | 'form'>

/** `mx-plan imap smtp tls lines`: the service, and what to say of it; a sentence where that cannot be. */
function readWords([id, ...words]: readonly string[], canon: Canon): Asked | string {
  const ids = canon.services.map((service) => service.id)
  const service = id === undefined ? undefined : serviceNamed(canon, id)
  if (!service) {
    const near = id === undefined ? undefined : nearestOf(id, ids)
    const found = id === undefined ? 'region without a service' : `service \`${id}\``
    return `Unexpected ${found}, expected ${near === undefined ? anyOf(ids) : `\`${near}\``}`
  }
  const chosen: Endpoint[] = []
  const kept: Security[] = []
  let form: Region['form'] = 'table'
  for (const word of words) {
    const security = securities.find((each) => each === word)
    const endpoint = service.endpoints.find(
      ({ name, protocol }) => name === word || protocol === (protocolNamed(word) ?? word),
    )
    if (endpoint) chosen.push(endpoint)
    else if (security) kept.push(security)
    else if (word === 'table' || word === 'lines') form = word
    else return unknownWord(word, service)
  }
  return {
    service,
    endpoints: chosen.length > 0 ? chosen : service.endpoints,
    securities: kept.length > 0 ? kept : securities,
    form,
  }
}

function unknownWord(word: string, { endpoints, id }: Service): string {
  const names = endpoints.map(({ name }) => name)
  const near = nearestOf(word, [...names, ...securities, 'table', 'lines'])
  return `Unexpected \`${word}\`, expected ${near === undefined ? `an endpoint of \`${id}\`: ${anyOf(names)}` : `\`${near}\``}`
}
