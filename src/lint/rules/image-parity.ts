import type { Block } from '../../markdown/block.ts'
import type { Image } from '../../markdown/link.ts'
import { unmatched } from '../../text/unmatched.ts'
import { besideSource, factsWithin, sure, type Beside } from '../beside-source.ts'
import type { Group } from '../../l10n/alignment.ts'
import type { Finding } from '../finding.ts'
import { siblingRule, type Rule } from '../rule.ts'

function imagesIn(blocks: readonly Block[], images: readonly Image[]): Image[] {
  return blocks.flatMap((block) => factsWithin(images, block.range))
}

/** What two pictures of one thing have in common, whatever their format and their locale: the digits of their names. */
function nameOf({ url }: Image): string {
  const name = url
    .replace(/[?#].*$/s, '')
    .replace(/^.*\//s, '')
    .replace(/\.\w+$/, '')
    .toLowerCase()
  return /\d/.test(name)
    ? name.replace(/\D+/g, ' ').trim()
    : name.replace(/[-_.][a-z]{2}(?:[-_][a-z]{2})?$/, '')
}

function related(
  source: Beside['source'],
  range: Finding['range'],
  reason: string,
): Finding['related'] & object {
  return [{ path: source.path, range, reason }]
}

/** Where the target goes on after its last block that has a partner: there something is missing. */
interface Cursor {
  target: Block | undefined
  source: Block | undefined
}

function* findingsFor(beside: Beside, group: Group, cursor: Cursor): Iterable<Finding> {
  const { source, target } = beside
  const locale = source.locale ?? ''
  const own = imagesIn(group.source, source.facts.images)
  const others = imagesIn(group.target, target.facts.images)
  if (own.length === others.length) return
  const start = { start: 0, end: 0 }
  for (const image of own.length > others.length ? own.slice(others.length) : []) {
    const range = group.target[0]?.range ?? cursor.target?.range ?? start
    const reason = `Unexpected absence of the picture \`${image.url}\`, expected it here as in \`${locale}\``
    yield {
      range,
      reason,
      expected: image.url,
      related: related(source, image.range, 'The source shows it here'),
    }
  }
  for (const image of others.length > own.length ? others.slice(own.length) : []) {
    const range = group.source[0]?.range ?? cursor.source?.range ?? start
    const reason = `Unexpected picture \`${image.url}\`, expected none here, as in \`${locale}\``
    yield {
      range: image.range,
      reason,
      actual: image.url,
      related: related(source, range, 'The source shows none here'),
    }
  }
}

const french =
  '---\ntitle: Messagerie\n---\n\nOuvrez les paramètres.\n\n![Les paramètres](images/01.png)\n\nChoisissez un compte, puis son type.\n\n![Le type de compte](images/02.png)\n'
const polish =
  '---\ntitle: Poczta\n---\n\nOtwórz ustawienia.\n\n![Ustawienia](images/pl-01.jpg)\n\n⟦Wybierz konto, a potem jego typ.⟧\n'

export const rule: Rule = siblingRule<object>({
  id: 'image-parity',
  summary: 'a picture of the source that is missing, added or in another place',
  why: 'A step that is shown in one language and not in another was changed in one of them alone.',
  severity: 'warning',
  defaults: {},
  inputs: ['source', 'localeOnly'],
  examples: [
    {
      name: 'A picture that is missing',
      config: 'source: fr-fr',
      files: { 'mail/guide.fr-fr.md': french, 'mail/guide.pl-pl.md': polish },
      reasons: ['Unexpected absence of the picture `images/02.png`, expected it here as in `fr-fr`'],
    },
    {
      name: 'Pictures of one’s own',
      config: 'source: fr-fr',
      files: {
        'mail/guide.fr-fr.md': french,
        'mail/guide.pl-pl.md': `${polish.replace(/[⟦⟧]/g, '')}\n![Typ konta](images/pl-02.jpg)\n`,
      },
    },
  ],
  *check(document, view) {
    const beside = besideSource(document, view)
    if (!beside) return
    const { source, target, alignment } = beside
    if (source.facts.images.length + target.facts.images.length === 0) return
    const cursor: Cursor = { source: undefined, target: undefined }
    const gone = new Set(unmatched(source.facts.images, target.facts.images, nameOf))
    const added = new Set(unmatched(target.facts.images, source.facts.images, nameOf))
    for (const group of alignment.groups) {
      const { isMoved } = group
      const [image] = imagesIn(group.target, target.facts.images)
      if (isMoved && image) {
        const [own] = imagesIn(group.source, source.facts.images)
        const reason = `Unexpected picture \`${image.url}\` here, expected it in the place that it has in \`${source.locale ?? ''}\``
        const range = own?.range ?? group.source[0]?.range ?? image.range
        yield { range: image.range, reason, related: related(source, range, 'The source shows it here') }
      } else if (group.confidence >= sure) {
        const isNews = [
          ...imagesIn(group.source, source.facts.images),
          ...imagesIn(group.target, target.facts.images),
        ]
        if (isNews.some((each) => gone.has(each) || added.has(each)))
          yield* findingsFor(beside, group, cursor)
      }
      cursor.source = group.source.at(-1) ?? cursor.source
      if (!isMoved) cursor.target = group.target.at(-1) ?? cursor.target
    }
  },
})
