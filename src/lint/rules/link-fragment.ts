import type { PageAnchor } from '../../corpus/corpus.ts'
import { splitUrl } from '../../corpus/resolve.ts'
import { nearestOf } from '../../text/nearest.ts'
import type { Applicability, Finding } from '../finding.ts'
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
  link: Link,
  fragment: string,
  page: string,
  repair: Repair | undefined,
  near: PageAnchor | undefined,
): Finding {
  const range = fragmentRange(link)
  const answer = repair
    ? { anchor: repair.anchor, isSure: repair.sure }
    : near && { anchor: near, isSure: false }
  if (!answer) {
    return {
      range,
      reason: `Unexpected fragment \`${fragment}\`, expected an anchor of ${page}`,
      actual: fragment,
    }
  }
  const { id, heading } = answer.anchor
  const expected = encodedFragment(id)
  const applicability: Applicability = answer.isSure ? 'safe' : 'unsafe'
  const title = heading ? `Link to the heading “${heading.text}”` : `Link to \`${id}\``
  const note = repair ? notes[repair.by] : 'This is the nearest anchor of the page'
  return {
    range,
    reason: `Unexpected fragment \`${fragment}\`, expected \`${id}\``,
    note,
    actual: fragment,
    expected: id,
    fix: {
      title,
      applicability,
      edits: [{ range, text: `#${expected}` }],
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
      name: 'A heading that was renamed',
      files: '---\ntitle: Mail\n---\n\n## Server settings\n\nSee [the servers](⟦#server-setting⟧).\n',
      reasons: ['Unexpected fragment `server-setting`, expected `server-settings`'],
      fixed: '---\ntitle: Mail\n---\n\n## Server settings\n\nSee [the servers](#server-settings).\n',
    },
    {
      name: 'Slugs and explicit anchors',
      files:
        '---\ntitle: Mail\n---\n\n## Ports {#ports}\n\n<a name="old"></a>See [ports](#ports) and [the old place](#old).\n',
    },
  ],
  *check(document, { corpus }) {
    for (const link of document.facts.links) {
      const { fragment } = splitUrl(link.url)
      if (fragment === undefined || fragment === '' || fragment === 'top' || fragment.startsWith(':~:'))
        continue
      const target = corpus.resolve(link.url, document)
      if (target.kind !== 'document' || target.document.facts.refused) continue
      const anchors = corpus.anchorsOf(target.document)
      if (anchors.has(fragment)) continue
      const repair = repairFragment(fragment, target.document, corpus)
      const near = repair ? undefined : nearestOf(fragment, anchors.keys())
      const page = target.document === document ? 'this page' : `\`${target.document.path}\``
      yield findingFor(link, fragment, page, repair, near === undefined ? undefined : anchors.get(near))
    }
  },
})
