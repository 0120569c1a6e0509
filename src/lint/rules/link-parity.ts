import { addressKey, areOfOneSite, areSiblings, isOfLanguage, isSamePage } from '../../l10n/address.ts'
import type { Link } from '../../markdown/link.ts'
import type { Block } from '../../markdown/block.ts'
import { aliasesOf, type Config } from '../../corpus/config.ts'
import { Recent } from '../../corpus/recent.ts'
import { preferredUrl } from '../../corpus/named-link.ts'
import { languageOf } from '../../corpus/locale.ts'
import type { Document } from '../../corpus/document.ts'
import { besideSource, factsWithin, sure, type Beside } from '../beside-source.ts'
import type { Group } from '../../l10n/alignment.ts'
import { groupBy } from '../../text/group-by.ts'
import { unmatched } from '../../text/unmatched.ts'
import type { Finding } from '../finding.ts'
import { siblingRule, type Rule } from '../rule.ts'

/** A link with what it leads to in any locale, and the group that it is in. */
interface Keyed {
  readonly link: Link
  readonly key: string
  readonly group: number
}

const keys = new WeakMap<Config, Recent<string, string>>()

/** What an address leads to; a source is compared with many targets, and they link much the same. */
function keyOf(url: string, config: Config): string {
  const known = keys.get(config) ?? new Recent<string, string>(20_000)
  keys.set(config, known)
  return known.getOr(url, () => addressKey(preferredUrl(url, config.links), config.urls))
}

/** Finds the links in blocks of a document, but for those that lead to itself. */
function keyedIn(
  { facts, guide }: Document,
  config: Config,
): (blocks: readonly Block[], group: number) => Keyed[] {
  const own = addressKey(guide, {})
  return (blocks, group) =>
    blocks
      .flatMap((block) => factsWithin(facts.links, block.range))
      .filter(({ url }) => isCompared(url))
      .map((link) => ({ link, key: keyOf(link.url, config), group }))
      .filter(({ link, key }) => key !== own && !(isLocal(link.url) && key.endsWith(`/${own}`)))
}

function isLocal(url: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(url)
}

/** Fragments are made of headings, templates of nobody knows what, and some addresses are made up. */
function isCompared(url: string): boolean {
  return !/^#|^(?:mailto|tel|sms|javascript):|[{}<>]|\/\/(?:localhost|127\.|(?:[^/]*\.)?example\.)/i.test(url)
}

function without(links: readonly Keyed[], others: readonly Keyed[]): Keyed[] {
  return unmatched(links, others, ({ key }) => key)
}

/** The links of two sides without those that are one another's for the readers of each language or country. */
function withoutTwins(
  source: readonly Keyed[],
  target: readonly Keyed[],
  language: string,
): [Keyed[], Keyed[]] {
  const left = [...source]
  const others = target.filter((link) => {
    const twin = left.findIndex((each) => isTwin(each, link, language))
    if (twin >= 0) left.splice(twin, 1)
    return twin < 0
  })
  return [left, others]
}

function isTwin(source: Keyed, target: Keyed, language: string): boolean {
  const [url, own] = [source.link.url, target.link.url]
  const isLocalized =
    isOfLanguage(own, language) && (areOfOneSite(url, own) || pathIn(source.key) === pathIn(target.key))
  return isLocalized || areSiblings(url, own) || isSamePage(source.key, target.key)
}

function pathIn(key: string): string {
  return key.slice(key.indexOf('/') + 1)
}

function* findingsFor(
  { source }: Beside,
  { source: [from], target: [to] }: Group,
  own: readonly Keyed[],
  others: readonly Keyed[],
): Iterable<Finding> {
  if (!from || !to) return
  const locale = source.locale ?? ''
  const left = [...own]
  for (const { link } of others) {
    const expected = own.length === others.length ? left.shift()?.link : undefined
    const related = [
      { path: source.path, range: expected?.range ?? from.range, reason: 'The source links this here' },
    ]
    const actual = link.url
    if (expected) {
      const reason = `Unexpected link to \`${actual}\`, expected \`${expected.url}\` as in \`${locale}\``
      yield { range: link.urlRange, reason, actual, expected: expected.url, related }
    } else {
      const reason = `Unexpected link to \`${actual}\`, expected no such link, as in \`${locale}\``
      yield { range: link.urlRange, reason, actual, related }
    }
  }
  for (const { link } of left) {
    const reason = `Unexpected absence of a link to \`${link.url}\`, expected it as in \`${locale}\``
    const related = [{ path: source.path, range: link.range, reason: 'The source links this here' }]
    yield { range: to.range, reason, expected: link.url, related }
  }
}

const french =
  '---\ntitle: Messagerie\n---\n\nOuvrez le [webmail](https://webmail.posta.example/) et lisez le [guide](../ports/guide.fr-fr.md#les-ports).\n'
const polish = '---\ntitle: Poczta\n---\n\nOtwórz [webmail]('

export const rule: Rule = siblingRule<object>({
  id: 'link-parity',
  summary: 'a link target that differs from the source’s',
  why: 'Readers of one language are led to another place than all others, most often because the source moved on.',
  severity: 'warning',
  defaults: {},
  inputs: ['source', 'aliases', 'links', 'urls', 'localeOnly'],
  examples: [
    {
      name: 'A link that stayed behind',
      config: 'source: fr-fr',
      files: {
        'mail/guide.fr-fr.md': french,
        'mail/guide.pl-pl.md': `${polish}⟦https://posta-alt.example/⟧) i przeczytaj [przewodnik](../ports/guide.pl-pl.md#porty).\n`,
      },
      reasons: [
        'Unexpected link to `https://posta-alt.example/`, expected `https://webmail.posta.example/` as in `fr-fr`',
      ],
    },
    {
      name: 'Each language’s own pages',
      config: 'source: en-gb',
      files: {
        'mail/guide.en-gb.md':
          '---\ntitle: Mail\n---\n\nSee [IMAP](https://en.wikipedia.org/wiki/IMAP) and [our shop](https://posta.example/en/mail/).\n',
        'mail/guide.de-de.md':
          '---\ntitle: Mail\n---\n\nSiehe [IMAP](https://de.wikipedia.org/wiki/IMAP) und [unseren Shop](https://posta.example/de/mail/).\n',
      },
    },
  ],
  *check(document, view) {
    const beside = besideSource(document, view)
    if (!beside) return
    const { source, target, alignment } = beside
    const { groups } = alignment
    const language = languageOf(target.locale ?? 'und', aliasesOf(view.config))
    const [sourceLinks, targetLinks] = [keyedIn(source, view.config), keyedIn(target, view.config)]
    const own: Keyed[] = []
    const others: Keyed[] = []
    for (const [index, group] of groups.entries()) {
      if (group.confidence < sure || group.source.length === 0 || group.target.length === 0) continue
      const [here, there] = [sourceLinks(group.source, index), targetLinks(group.target, index)]
      const [mine, theirs] = withoutTwins(without(here, there), without(there, here), language)
      own.push(...mine)
      others.push(...theirs)
    }
    // What one bead lacks and another has too much of was only moved.
    const here = groupBy(without(own, others), ({ group }) => group)
    const there = groupBy(without(others, own), ({ group }) => group)
    for (const [index, group] of groups.entries())
      yield* findingsFor(beside, group, here.get(index) ?? [], there.get(index) ?? [])
  },
})
