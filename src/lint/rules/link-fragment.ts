import type { PageAnchor } from '../../corpus/anchors.ts'
import { splitUrl } from '../../corpus/resolve.ts'
import { isSlipOf } from '../../text/nearest.ts'
import type { Finding } from '../finding.ts'
import { candidatesFor } from '../fragment-candidates.ts'
import { repairFragment, type Repair } from '../repair-fragment.ts'
import { corpusRule, type Rule } from '../rule.ts'
import { encodedFragment, fragmentRange } from '../url-edit.ts'
import type { Link } from '../../markdown/link.ts'

const notes: Readonly<Record<Repair['by'], string>> = {
  spelling: 'The anchor is spelt otherwise',
  heading: 'The fragment ends with the words of this heading',
  place: 'The fragment is the heading in this place in another language',
  number: 'The fragment counts to the heading with this number',
}

function findingFor(
  link: Pick<Link, 'url' | 'urlRange'>,
  fragment: string,
  page: string,
  repair: Repair | undefined,
  candidates: readonly PageAnchor[],
): Finding {
  const range = fragmentRange(link)
  const slip = candidates.find(({ id }) => isSlipOf(fragment, id))
  const answer = repair?.anchor ?? slip
  const others = candidates.filter((anchor) => anchor !== answer).map(({ id }) => `\`${id}\``)
  const actual = fragment
  if (!answer) {
    const note = others.length === 0 ? undefined : `Near it are ${others.join(', ')}`
    const reason = `Unexpected fragment \`${fragment}\`, expected an anchor of ${page}`
    return { range, reason, actual, ...(note !== undefined && { note }) }
  }
  const { id, heading } = answer
  const isSure = repair?.sure === true
  const note = repair ? notes[repair.by] : 'The anchor is spelt a little otherwise'
  return {
    range,
    reason: `Unexpected fragment \`${fragment}\`, expected \`${id}\``,
    note: isSure || others.length === 0 ? note : `${note}; it may also mean ${others.join(', ')}`,
    actual,
    expected: id,
    fix: {
      title: heading ? `Link to the heading “${heading.text}”` : `Link to \`${id}\``,
      applicability: isSure ? 'safe' : 'unsafe',
      edits: [{ range, text: `#${encodedFragment(id)}` }],
      changes: ['links', 'definitions'],
    },
  }
}

const polish =
  '---\ntitle: Poczta\n---\n\n## Część 1: Hasło\n\nTekst.\n\n## Część 2: Serwery\n\nPatrz [serwery]('
const french =
  '---\ntitle: Messagerie\n---\n\n## Partie 1 : Mot de passe\n\nTexte.\n\n## Partie 2 : Les serveurs\n\nTexte.\n'

export const rule: Rule = corpusRule<object>({
  id: 'link-fragment',
  scope: 'corpus',
  summary: 'a fragment that no anchor of its page has',
  why: 'The link opens the page and stays at its top: readers who were promised a step must look for it. Most of these come from another language’s guide, whose headings have other slugs.',
  severity: 'error',
  defaults: {},
  inputs: ['slugs', 'layouts'],
  examples: [
    {
      name: 'A French fragment in a Polish guide',
      config: 'source: fr-fr',
      files: {
        'mail/guide.fr-fr.md': french,
        'mail/guide.pl-pl.md': `${polish}⟦#messagerie_partie_2_les_serveurs⟧).\n`,
      },
      reasons: ['Unexpected fragment `messagerie_partie_2_les_serveurs`, expected `część-2-serwery`'],
      fixed: `${polish}#część-2-serwery).\n`,
    },
    {
      name: 'A fragment of a page that is built otherwise',
      config: 'source: fr-fr',
      files: {
        'mail/guide.fr-fr.md':
          '---\ntitle: Messagerie\n---\n\n## Votre compte\n\n### Mot de passe\n\n![](images/1.png)\n\n### Les serveurs\n\n![](images/2.png)\n',
        'mail/guide.pl-pl.md':
          '---\ntitle: Poczta\n---\n\n## Hasło\n\n![](images/1.png)\n\nPatrz [serwery](⟦#les-serveurs⟧).\n\n## Serwery\n\n![](images/2.png)\n',
      },
      reasons: ['Unexpected fragment `les-serveurs`, expected `serwery`'],
      fixed:
        '---\ntitle: Poczta\n---\n\n## Hasło\n\n![](images/1.png)\n\nPatrz [serwery](#serwery).\n\n## Serwery\n\n![](images/2.png)\n',
    },
    {
      name: 'A heading that was renamed',
      files: '---\ntitle: Mail\n---\n\n## Server settings\n\nSee [the servers](⟦#server-setting⟧).\n',
      reasons: ['Unexpected fragment `server-setting`, expected `server-settings`'],
      fixed: '---\ntitle: Mail\n---\n\n## Server settings\n\nSee [the servers](#server-settings).\n',
    },
    {
      name: 'A fragment of another guide, which counts to a heading of this one',
      files: {
        'mail/guide.pl-pl.md': `${polish}⟦#configuration_imap_partie_2_avancee⟧).\n\n## Konfiguracja IMAP\n\nTekst.\n`,
      },
      reasons: ['Unexpected fragment `configuration_imap_partie_2_avancee`, expected `część-2-serwery`'],
      fixed: `${polish}#część-2-serwery).\n\n## Konfiguracja IMAP\n\nTekst.\n`,
    },
    {
      name: 'A definition',
      files: '---\ntitle: Mail\n---\n\n## Ports\n\nSee [the servers][ports].\n\n[ports]: ⟦#servers⟧\n',
      reasons: ['Unexpected fragment `servers`, expected an anchor of this page'],
    },
    {
      name: 'Slugs and explicit anchors',
      files:
        '---\ntitle: Mail\n---\n\n## Ports {#ports}\n\n<a name="old"></a>See [ports](#ports) and [the old place](#old).\n',
    },
  ],
  *check(document, { corpus }) {
    const { links, definitions } = document.facts
    // A reference leads where its definition does, which is looked at once, used or not.
    for (const link of [...links.filter(({ form }) => form !== 'reference'), ...definitions]) {
      const { fragment } = splitUrl(link.url)
      if (fragment === undefined || fragment === '' || fragment === 'top' || fragment.startsWith(':~:'))
        continue
      const target = corpus.resolve(link.url, document)
      if (target.kind !== 'document' || target.document.facts.refused) continue
      if (corpus.anchorsOf(target.document).has(fragment)) continue
      const repair = repairFragment(fragment, target.document, corpus)
      const candidates = repair?.sure ? [] : candidatesFor(fragment, target.document, corpus)
      const page = target.document === document ? 'this page' : `\`${target.document.path}\``
      yield findingFor(link, fragment, page, repair, candidates)
    }
  },
})
