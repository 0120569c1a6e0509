import type { Config } from '../../corpus/config.ts'
import type { Corpus } from '../../corpus/corpus.ts'
import type { Document } from '../../corpus/document.ts'
import type { Locale } from '../../corpus/locale.ts'
import { splitUrl } from '../../corpus/resolve.ts'
import type { Definition, Link } from '../../markdown/link.ts'
import type { Finding } from '../finding.ts'
import { corpusRule, type Rule } from '../rule.ts'
import { pathRange } from '../url-edit.ts'

type Addressed = Pick<Link | Definition, 'url' | 'urlRange'>

/** True where an address is another one or lies below it: `https://a.b/c` and `/d` behind it, not `https://a.b/cd`. */
function liesBelow(url: string, base: string): boolean {
  return url.startsWith(base) && (base.endsWith('/') || /^(?:$|[/?#])/.test(url.slice(base.length)))
}

interface Foreign {
  readonly name: string
  readonly locales: readonly Locale[]
  readonly base: string
  readonly own: string
}

/** The family by which an address is meant for readers of other locales, and what one's own have instead. */
function foreignFamily(url: string, locale: Locale, families: Config['urls']): Foreign | undefined {
  for (const [name, family] of Object.entries(families)) {
    const own = family[locale]
    if (own === undefined) continue
    const [base = ''] = Object.values(family)
      .filter((each) => liesBelow(url, each))
      .sort((a, b) => b.length - a.length)
    if (base === '' || base === own) continue
    const locales = Object.keys(family).filter((each) => family[each] === base)
    return { name, locales, base, own }
  }
  return undefined
}

function familyFinding({ url, urlRange }: Addressed, { name, locales, base, own }: Foreign): Finding {
  const [readers = ''] = locales
  const expected = own + url.slice(base.length)
  return {
    range: urlRange,
    reason: `Unexpected address \`${url}\` of ${name}, which is for \`${readers}\`, expected \`${expected}\``,
    actual: url,
    expected,
    fix: {
      title: `Link to \`${expected}\``,
      applicability: 'safe',
      edits: [{ range: { start: urlRange.start, end: urlRange.start + base.length }, text: own }],
      changes: ['links', 'definitions'],
    },
  }
}

/** A link to another guide in another locale, where that guide is there in one's own. */
function documentFinding(link: Addressed, from: Document, corpus: Corpus): Finding | undefined {
  const target = corpus.resolve(link.url, from)
  if (target.kind !== 'document' || from.locale === undefined) return undefined
  const { guide, locale, path } = target.document
  // A guide that links to itself in other locales lets its readers choose.
  if (guide === from.guide || locale === undefined || locale === from.locale) return undefined
  const own = corpus.guides.get(guide)?.documents.get(from.locale)
  if (!own || own.path === path) return undefined
  return {
    range: pathRange(link),
    reason: `Unexpected link to the \`${locale}\` document \`${splitUrl(link.url).path}\`, expected the one in \`${from.locale}\``,
    related: [
      { path: own.path, range: { start: 0, end: 0 }, reason: 'This is the guide in the same locale' },
    ],
  }
}

const families =
  'urls:\n  site:\n    fr-fr: https://www.ovh.com/fr/\n    en-gb: https://www.ovh.co.uk/\n    pl-pl: https://www.ovh.pl/\n'

export const rule: Rule = corpusRule<object>({
  id: 'link-locale',
  scope: 'corpus',
  summary: 'a link that sends readers to another locale, where their own has the page',
  why: 'Readers land on a page in a language that they may not read, with the prices and the phone numbers of another country.',
  severity: 'warning',
  defaults: {},
  inputs: ['urls', 'layouts'],
  examples: [
    {
      name: 'The site for other readers',
      config: families,
      files: {
        'mail/guide.pl-pl.md':
          '---\ntitle: Poczta\n---\n\nZobacz [ofertę](⟦https://www.ovh.com/fr/emails/⟧) i [domeny](https://www.ovh.pl/domeny/).\n',
      },
      reasons: [
        'Unexpected address `https://www.ovh.com/fr/emails/` of site, which is for `fr-fr`, expected `https://www.ovh.pl/emails/`',
      ],
      fixed:
        '---\ntitle: Poczta\n---\n\nZobacz [ofertę](https://www.ovh.pl/emails/) i [domeny](https://www.ovh.pl/domeny/).\n',
    },
    {
      name: 'Another locale’s document',
      files: {
        'mail/guide.fr-fr.md': '---\ntitle: Messagerie\n---\n\nTexte.\n',
        'mail/guide.pl-pl.md': '---\ntitle: Poczta\n---\n\nTekst.\n',
        'phone/guide.pl-pl.md':
          '---\ntitle: Telefon\n---\n\nZobacz [pocztę](⟦../mail/guide.fr-fr.md⟧#ports).\n',
      },
      reasons: [
        'Unexpected link to the `fr-fr` document `../mail/guide.fr-fr.md`, expected the one in `pl-pl`',
      ],
    },
    {
      name: 'A choice of languages, and a guide that one’s own locale lacks',
      files: {
        'mail/guide.en-gb.md': '---\ntitle: Mail\n---\n\nText.\n',
        'phone/guide.en-gb.md': '---\ntitle: Phone\n---\n\nText.\n',
        'phone/guide.pl-pl.md':
          '---\ntitle: Telefon\n---\n\n[English](guide.en-gb.md). Zobacz [Mail](../mail/guide.en-gb.md) (po angielsku).\n',
      },
    },
  ],
  *check(document, { config, corpus }) {
    const { locale, facts } = document
    if (locale === undefined) return
    const written = facts.links.filter(({ form }) => form !== 'reference')
    for (const link of [...written, ...facts.definitions]) {
      const foreign = foreignFamily(link.url, locale, config.urls)
      const finding = foreign ? familyFinding(link, foreign) : documentFinding(link, document, corpus)
      if (finding) yield finding
    }
  },
})
