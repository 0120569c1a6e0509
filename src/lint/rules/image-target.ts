import { missingFile } from '../missing-file.ts'
import { corpusRule, type Rule } from '../rule.ts'

const reason = (actual: string): string => `Unexpected picture \`${actual}\`, expected a file that exists`

export const rule: Rule = corpusRule<object>({
  id: 'image-target',
  scope: 'corpus',
  summary: 'a picture that is not there, letter case included',
  why: 'Readers see a broken frame where the step should be shown. A difference in letter case works on the writer’s computer and fails on the server.',
  severity: 'error',
  defaults: {},
  inputs: ['public'],
  examples: [
    {
      name: 'A picture under another name',
      files: {
        'mail/guide.en-gb.md': '---\ntitle: Mail\n---\n\n![Settings](⟦images/setings.png⟧)\n',
        'mail/images/settings.png': '',
      },
      reasons: ['Unexpected picture `images/setings.png`, expected a file that exists'],
    },
    {
      name: 'A picture in the wrong case',
      files: {
        'mail/guide.en-gb.md': '---\ntitle: Mail\n---\n\n![Settings](⟦images/Settings.PNG⟧)\n',
        'mail/images/settings.png': '',
      },
      reasons: ['Unexpected `images/Settings.PNG`, expected `images/settings.png`'],
      fixed: '---\ntitle: Mail\n---\n\n![Settings](images/settings.png)\n',
    },
    {
      name: 'A picture that is there, and one on another site',
      files: {
        'mail/guide.en-gb.md':
          '---\ntitle: Mail\n---\n\n![Settings](images/settings.png) ![Logo](https://example.com/logo.png)\n',
        'mail/images/settings.png': '',
      },
    },
  ],
  *check(document, { corpus }) {
    for (const image of document.facts.images) {
      const target = corpus.resolve(image.url, document)
      if (target.kind === 'missing' && image.url !== '')
        yield missingFile({ address: image, path: target.path, reason, changes: ['images'] }, corpus)
    }
  },
})
