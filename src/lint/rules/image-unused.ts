import { byMention, byPicture, picturesOf } from '../../corpus/pictures.ts'
import { guideRule, type Rule } from '../rule.ts'

export const rule: Rule = guideRule<object>({
  id: 'image-unused',
  scope: 'corpus',
  summary: 'a picture of a guide that no document shows',
  why: 'Translators redraw it, readers download it, and nobody sees it; often the step that it showed was lost with it.',
  severity: 'info',
  defaults: {},
  inputs: ['layouts', 'public'],
  indexes: [byMention, byPicture],
  examples: [
    {
      name: 'A picture that was replaced and left behind',
      files: {
        'mail/guide.en-gb.md': '---\ntitle: Mail\n---\n\n![The settings](images/settings.png)\n',
        'mail/images/old-settings.png': '⟦⟧',
        'mail/images/settings.png': '',
      },
      reasons: ['Unexpected picture that no document shows, expected it in one'],
    },
    {
      name: 'One translation shows it, another names it in its front matter',
      files: {
        'mail/guide.en-gb.md': '---\ntitle: Mail\ncover: cover.png\n---\n\nText.\n',
        'mail/guide.pl-pl.md': '---\ntitle: Poczta\n---\n\n![Ustawienia](images/ustawienia.png)\n',
        'mail/images/cover.png': '',
        'mail/images/ustawienia.png': '',
      },
    },
    {
      name: 'Pictures beside several guides may be anybody’s',
      config: 'layouts: ["content/{locale}/{guide}.md"]',
      files: {
        'content/en/mail.md': '---\ntitle: Mail\n---\n\nText.\n',
        'content/en/phone.md': '---\ntitle: Phone\n---\n\nText.\n',
        'content/en/logo.png': '',
      },
    },
  ],
  *checkGuide({ id }, { corpus }) {
    const pictures = picturesOf(corpus)
    for (const path of pictures.of(id)) {
      if (pictures.isUsed(path)) continue
      yield {
        path,
        range: { start: 0, end: 0 },
        reason: 'Unexpected picture that no document shows, expected it in one',
        note: 'Show it where it belongs, or remove the file',
      }
    }
  },
})
