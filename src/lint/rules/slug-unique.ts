import * as z from 'zod'
import type { Document } from '../../corpus/document.ts'
import type { DocumentIndex } from '../../corpus/document-index.ts'
import type { Field } from '../../markdown/front-matter.ts'
import { corpusRule, type Rule } from '../rule.ts'

type Reach = 'locale' | 'folder'

interface Slugged {
  readonly document: Document
  /** Undefined where the slug is the name of the guide's folder. */
  readonly field?: Field
}

/** Documents by locale, content type, folder where that counts, and slug. */
function indexBy(reach: Reach): DocumentIndex {
  return {
    name: `slug in the ${reach}`,
    *keysOf(document) {
      const slugged = document.locale === undefined ? undefined : sluggedOf(document)
      if (slugged) yield keyOf(slugged, reach)
    },
  }
}

const indexes: Readonly<Record<Reach, DocumentIndex>> = {
  locale: indexBy('locale'),
  folder: indexBy('folder'),
}

function sluggedOf(document: Document): Slugged | undefined {
  const field = document.facts.frontMatter?.fields.find(({ key }) => key === 'slug')
  if (field) return field.value.trim() === '' ? undefined : { document, field }
  const folder = document.path.split('/').at(-2)
  return folder !== undefined && folder === document.guide.split('/').at(-1) ? { document } : undefined
}

function keyOf({ document, field }: Slugged, reach: Reach): string {
  const { guide, locale, type } = document
  const folders = guide.split('/')
  const slug = (field?.value ?? folders.at(-1) ?? '').trim().replace(/^\/|\/$/g, '')
  // A slug with a path in it says itself where the page stands.
  const place = reach === 'folder' && !slug.includes('/') ? folders.slice(0, -1).join('/') : ''
  return [locale, type, place, slug].join('\n')
}

export const rule: Rule = corpusRule<{ readonly within: Reach }>({
  id: 'slug-unique',
  scope: 'corpus',
  summary: 'two documents of a locale with one slug',
  why: 'Both claim one address of the site: one of them cannot be reached, and which one may change with every build.',
  severity: 'error',
  options: z.object({
    within: z
      .enum(['locale', 'folder'])
      .describe('Whether a slug is the only one of its locale, or of the folder that its guide lies in'),
  }),
  defaults: { within: 'locale' },
  inputs: ['layouts'],
  indexes: Object.values(indexes),
  examples: [
    {
      name: 'A slug that was copied with the front matter',
      files: {
        'outlook/guide.en-gb.md': '---\ntitle: Outlook\nslug: ⟦set-up-mail⟧\n---\n\nText.\n',
        'phone/guide.en-gb.md': '---\ntitle: Phone\nslug: ⟦set-up-mail⟧\n---\n\nText.\n',
      },
      reasons: [
        'Unexpected slug `set-up-mail`, which another document has, expected one of its own',
        'Unexpected slug `set-up-mail`, which another document has, expected one of its own',
      ],
    },
    {
      name: 'A slug that is the name of another guide’s folder',
      files: {
        'outlook/guide.pl-pl.md': '---\ntitle: Outlook\n---\n\nTekst.\n',
        'phone/guide.pl-pl.md': '---\ntitle: Telefon\nslug: ⟦outlook⟧\n---\n\nTekst.\n',
      },
      reasons: ['Unexpected slug `outlook`, which another document has, expected one of its own'],
    },
    {
      name: 'Two locales may share one',
      files: {
        'outlook/guide.en-gb.md': '---\ntitle: Outlook\nslug: outlook-mail\n---\n\nText.\n',
        'outlook/guide.pl-pl.md': '---\ntitle: Outlook\nslug: outlook-mail\n---\n\nTekst.\n',
      },
    },
    {
      name: 'Two folders may share one, where the site says so',
      config: 'layouts: ["content/{locale}/{guide}.md"]\nrules:\n  slug-unique: { within: folder }\n',
      files: {
        'content/en/mail/start.md': '---\ntitle: Mail\nslug: first-steps\n---\n\nText.\n',
        'content/en/web/start.md': '---\ntitle: Web\nslug: first-steps\n---\n\nText.\n',
      },
    },
  ],
  *check(document, { corpus, options: { within } }) {
    const slugged = document.locale === undefined ? undefined : sluggedOf(document)
    if (!slugged?.field) return
    const others = corpus
      .documentsUnder(indexes[within], keyOf(slugged, within))
      .flatMap((other) => (other.path === document.path ? [] : (sluggedOf(other) ?? [])))
    if (others.length === 0) return
    const { value, valueRange } = slugged.field
    yield {
      range: valueRange,
      reason: `Unexpected slug \`${value}\`, which another document has, expected one of its own`,
      actual: value,
      related: others.slice(0, 3).map((other) => ({
        path: other.document.path,
        range: other.field?.valueRange ?? { start: 0, end: 0 },
        reason: other.field ? 'This one has the same slug' : 'This one has it by the name of its folder',
      })),
    }
  },
})
