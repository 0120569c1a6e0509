import { documentRule, type Rule } from '../rule.ts'

export const rule: Rule = documentRule<object>({
  id: 'image-alt',
  summary: 'a picture without alternative text',
  why: 'Readers who cannot see the picture, or whom it does not reach, have only these words.',
  severity: 'warning',
  defaults: {},
  examples: [
    {
      name: 'A picture that says nothing to those who cannot see it',
      files: '---\ntitle: Mail\n---\n\n⟦![](images/settings.png)⟧{.thumbnail}\n',
      reasons: ['Unexpected picture without alternative text, expected words for what it shows'],
    },
    {
      name: 'A picture in words',
      files: '---\ntitle: Mail\n---\n\n![The settings with the port 993](images/settings.png)\n',
    },
    {
      name: 'In HTML, an empty text says that a picture is mere ornament',
      files: '---\ntitle: Mail\n---\n\n<img src="line.png" alt="">\n',
    },
  ],
  *check({ facts }) {
    for (const { form, alt, altRange, range } of facts.images) {
      if (alt.trim() !== '' || (form === 'html' && altRange)) continue
      yield { range, reason: 'Unexpected picture without alternative text, expected words for what it shows' }
    }
  },
})
