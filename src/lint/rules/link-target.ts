import { missingFile } from '../missing-file.ts'
import { corpusRule, type Rule } from '../rule.ts'

const reason = (actual: string): string =>
  `Unexpected link to \`${actual}\`, expected a file or guide that exists`

export const rule: Rule = corpusRule<object>({
  id: 'link-target',
  scope: 'corpus',
  summary: 'a relative or root path that is no file or guide',
  why: 'The link leads readers to an error page, often after a guide was renamed or was never translated.',
  severity: 'error',
  defaults: {},
  inputs: ['layouts', 'public'],
  examples: [
    {
      name: 'A guide that was renamed',
      files: {
        'phone/guide.en-gb.md': '---\ntitle: Phone\n---\n\nSee [the computer](⟦../outlok/guide.en-gb.md⟧).\n',
        'outlook/guide.en-gb.md': '---\ntitle: Outlook\n---\n\nText.\n',
      },
      reasons: ['Unexpected link to `../outlok/guide.en-gb.md`, expected a file or guide that exists'],
    },
    {
      name: 'The wrong case',
      files: {
        'phone/guide.en-gb.md':
          '---\ntitle: Phone\n---\n\nSee [the computer](⟦../Outlook/guide.en-gb.md⟧#ports).\n',
        'outlook/guide.en-gb.md': '---\ntitle: Outlook\n---\n\n## Ports\n\nText.\n',
      },
      reasons: ['Unexpected `../Outlook/guide.en-gb.md`, expected `../outlook/guide.en-gb.md`'],
      fixed: '---\ntitle: Phone\n---\n\nSee [the computer](../outlook/guide.en-gb.md#ports).\n',
    },
    {
      name: 'A guide by its file and by its folder',
      files: {
        'phone/guide.en-gb.md':
          '---\ntitle: Phone\n---\n\nSee [the file](../outlook/guide.en-gb.md) and [the folder](../outlook/).\n',
        'outlook/guide.en-gb.md': '---\ntitle: Outlook\n---\n\nText.\n',
      },
    },
  ],
  *check(document, { corpus }) {
    const { links, definitions } = document.facts
    for (const link of [...links.filter(({ form }) => form !== 'reference'), ...definitions]) {
      const target = corpus.resolve(link.url, document)
      if (target.kind !== 'missing') continue
      const { path } = target
      yield missingFile({ address: link, path, reason, changes: ['links', 'definitions'] }, corpus)
    }
  },
})
