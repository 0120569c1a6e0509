import type { Corpus } from '../../corpus/corpus.ts'
import { nearestOf } from '../../text/nearest.ts'
import type { Finding } from '../finding.ts'
import { corpusRule, type Rule } from '../rule.ts'
import { pathRange, respelled } from '../url-edit.ts'
import type { Image } from '../../markdown/link.ts'

function findingFor(image: Image, path: string, corpus: Corpus): Finding {
  const range = pathRange(image)
  const actual = image.url
  const other = corpus.sameButForCase(path)
  if (other !== undefined) {
    const expected = respelled(image.url, path, other)
    const edits = [{ range, text: expected }]
    return {
      range,
      reason: `Unexpected \`${actual}\`, expected \`${expected}\``,
      note: 'The letters differ in case alone; on most servers that is another file',
      actual,
      expected,
      fix: { title: `Write \`${expected}\``, applicability: 'safe', edits, changes: ['images'] },
    }
  }
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const near = nearestOf(
    path,
    [...corpus.files].filter((file) => file.startsWith(folder)),
  )
  const note = near === undefined ? undefined : `There is \`${near.slice(folder.length)}\` in that folder`
  return {
    range,
    reason: `Unexpected picture \`${actual}\`, expected a file that exists`,
    actual,
    ...(note !== undefined && { note }),
  }
}

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
      if (target.kind === 'missing' && image.url !== '') yield findingFor(image, target.path, corpus)
    }
  },
})
