import { countWords } from '../../l10n/part.ts'
import { sliceOf } from '../../text/range.ts'
import { guideRule, type Rule } from '../rule.ts'

const page = '---\ntitle: Messagerie\n---\n\nTexte.\n'

export const rule: Rule = guideRule<object>({
  id: 'translation-missing',
  scope: 'guide',
  summary: 'a guide without one of the locales that the config asks for',
  why: 'Readers of that language are shown another one, or nothing.',
  severity: 'info',
  defaults: {},
  inputs: ['source', 'locales'],
  examples: [
    {
      name: 'No German',
      config: 'source: fr-fr\nlocales: [fr-fr, pl-pl, de-de]',
      files: {
        'mail/guide.fr-fr.md': `⟦⟧${page}`,
        'mail/guide.pl-pl.md': '---\ntitle: Poczta\n---\n\nTekst.\n',
      },
      reasons: ['Unexpected guide without `de-de`, expected it in every locale of the config'],
    },
    {
      name: 'A config that names no locales asks for none',
      config: 'source: fr-fr',
      files: { 'mail/guide.fr-fr.md': page },
    },
  ],
  *checkGuide({ documents, source }, { config, textOf }) {
    if (config.locales.length === 0) return
    const asked = new Set([...(config.source === undefined ? [] : [config.source]), ...config.locales])
    const missing = [...asked].filter((locale) => !documents.has(locale))
    const [first] = source ? [source] : documents.values()
    if (missing.length === 0 || !first) return
    const text = textOf(first)
    const words = countWords(first.facts.prose.map((range) => sliceOf(text, range)).join(' '))
    const list = missing.map((locale) => `\`${locale}\``).join(', ')
    yield {
      path: first.path,
      range: { start: 0, end: 0 },
      reason: `Unexpected guide without ${list}, expected it in every locale of the config`,
      words,
    }
  },
})
