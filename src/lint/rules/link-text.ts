import { aliasesOf } from '../../corpus/config.ts'
import { languageOf } from '../../corpus/locale.ts'
import type { Link } from '../../markdown/link.ts'
import type { Edit } from '../../text/edit.ts'
import { sliceOf } from '../../text/range.ts'
import type { Finding } from '../finding.ts'
import { documentRule, type Rule } from '../rule.ts'

/** Words that tell nobody where a link leads, by language; a link is vague where it has no others. */
const vagueWords: Readonly<Record<string, readonly string[]>> = {
  cs: ['zde', 'tady', 'klikněte zde', 'odkaz'],
  de: ['hier', 'klicken sie hier', 'link'],
  en: ['here', 'click here', 'this', 'link', 'this link'],
  es: ['aquí', 'haga clic aquí', 'pulse aquí', 'enlace'],
  fi: ['tässä', 'täältä', 'tästä', 'linkki'],
  fr: ['ici', 'cliquez ici', 'lien', 'ce lien'],
  it: ['qui', 'clicca qui', 'link'],
  lt: ['čia', 'spauskite čia', 'nuoroda'],
  nl: ['hier', 'klik hier', 'link'],
  pl: ['tutaj', 'tu', 'kliknij tutaj', 'link'],
  pt: ['aqui', 'clique aqui', 'ligação', 'link'],
}

const leadingSpace = /^\s+/
const trailingSpace = /\s+$/
const wordCharacter = /[\p{L}\p{N}]/u

/** Spaces just inside the brackets go; where words would grow together, they go outside. */
function spacesFinding(text: string, { range, textRange }: Link): Finding | undefined {
  const words = sliceOf(text, textRange)
  const before = leadingSpace.exec(words)?.[0].length ?? 0
  const after = trailingSpace.exec(words)?.[0].length ?? 0
  if (before + after === 0 || before === words.length || words.includes('\n')) return undefined
  const edits: Edit[] = []
  const put = (at: number): number => edits.push({ range: { start: at, end: at }, text: ' ' })
  if (before > 0) {
    if (wordCharacter.test(text.charAt(range.start - 1))) put(range.start)
    edits.push({ range: { start: textRange.start, end: textRange.start + before }, text: '' })
  }
  if (after > 0) {
    edits.push({ range: { start: textRange.end - after, end: textRange.end }, text: '' })
    if (wordCharacter.test(text.charAt(range.end))) put(range.end)
  }
  return {
    range: textRange,
    reason: `Unexpected space inside the brackets of \`${words}\`, expected \`${words.trim()}\``,
    fix: {
      title: 'Remove the space',
      applicability: 'safe',
      edits,
      changes: ['links', 'prose', 'attributes', 'labelGroups'],
    },
  }
}

export const rule: Rule = documentRule<object>({
  id: 'link-text',
  summary: 'a link without words, with vague ones, or with spaces just inside its brackets',
  why: 'Many readers jump from link to link, by ear or by eye, and “here” tells them nothing. A link without words can be neither seen nor clicked.',
  severity: 'warning',
  defaults: {},
  examples: [
    {
      name: 'A link that nobody can see',
      files: '---\ntitle: Mail\n---\n\nSee the guide ⟦[](https://example.com/1683)⟧.\n',
      reasons: ['Unexpected link without words, expected what it leads to'],
    },
    {
      name: 'A link that says nothing',
      files:
        '---\ntitle: Mail\n---\n\nTo change the password, click ⟦[here](https://example.com/password)⟧.\n',
      reasons: ['Unexpected link on `here` alone, expected words that say where it leads'],
    },
    {
      name: 'A space inside the brackets',
      files: '---\ntitle: Mail\n---\n\nTurn on [⟦the outgoing server ⟧](https://example.com/smtp).\n',
      reasons: [
        'Unexpected space inside the brackets of `the outgoing server `, expected `the outgoing server`',
      ],
      fixed: '---\ntitle: Mail\n---\n\nTurn on [the outgoing server](https://example.com/smtp).\n',
    },
  ],
  *check({ facts, text, locale }, { config }) {
    const language = languageOf(locale ?? 'und', aliasesOf(config))
    const vague = new Set(vagueWords[language])
    for (const link of facts.links) {
      if (link.form !== 'inline' && link.form !== 'reference') continue
      const isEmpty = sliceOf(text, link.textRange).trim() === ''
      if (isEmpty) {
        yield { range: link.range, reason: 'Unexpected link without words, expected what it leads to' }
        continue
      }
      const words = link.text.trim()
      if (vague.has(words.toLowerCase())) {
        yield {
          range: link.range,
          reason: `Unexpected link on \`${words}\` alone, expected words that say where it leads`,
        }
      }
      const spaces = spacesFinding(text, link)
      if (spaces) yield spaces
    }
  },
})
