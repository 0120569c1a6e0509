import { nearestOf } from '../../text/nearest.ts'
import { suppressionRule, type Rule } from '../rule.ts'
import { suppressionVerbs, type HeardSuppression } from '../suppress.ts'

const verbs: readonly string[] = suppressionVerbs

/** What is wrong with a comment that does nothing; undefined for a word that another tool may know. */
function reasonFor({ verb, rule }: HeardSuppression, known: readonly string[]): string | undefined {
  if (!verbs.includes(verb)) {
    const near = nearestOf(verb, verbs)
    return near === undefined ? undefined : `Unexpected \`hexapla-${verb}\`, expected \`hexapla-${near}\``
  }
  if (rule !== undefined && !known.includes(rule)) {
    const near = nearestOf(rule, known)
    return `Unexpected rule \`${rule}\`, expected ${near === undefined ? 'the id of a rule' : `\`${near}\``}`
  }
  const all = rule === undefined ? 'all rules' : `\`${rule}\``
  if (verb === 'enable')
    return `Unexpected \`hexapla-enable\` of ${all}, expected a \`hexapla-disable\` before it`
  return `Unexpected suppression of ${all}, expected a finding that it silences`
}

export const rule: Rule = suppressionRule<object>({
  id: 'unused-suppression',
  summary: 'a comment that silences a rule where it has nothing to say',
  why: 'What it once excused is gone, or its words are misspelt. The next defect on that line would be silenced without anybody having looked at it.',
  severity: 'warning',
  defaults: {},
  examples: [
    {
      name: 'The defect was mended, the comment stayed',
      files:
        '---\ntitle: Mail\n---\n\n<!-- hexapla-disable-next-line ⟦image-alt⟧ -->\n![The settings](images/settings.png)\n',
      reasons: ['Unexpected suppression of `image-alt`, expected a finding that it silences'],
    },
    {
      name: 'Misspelt',
      files:
        '---\ntitle: Mail\n---\n\n<!-- hexapla-disable-next-line ⟦image-alts⟧ -->\n\n⟦<!-- hexapla-disable-line image-alt -->⟧\n',
      reasons: [
        'Unexpected rule `image-alts`, expected `image-alt`',
        'Unexpected `hexapla-disable-line`, expected `hexapla-disable-file`',
      ],
    },
    {
      name: 'One of two rules',
      files:
        '---\ntitle: Mail\n---\n\n<!-- hexapla-disable image-alt, ⟦trailing-space⟧ -->\n\n![](images/settings.png)\n',
      reasons: ['Unexpected suppression of `trailing-space`, expected a finding that it silences'],
    },
    {
      name: 'A comment that is needed',
      files:
        '---\ntitle: Mail\n---\n\n<!-- hexapla-disable-next-line image-alt -- the words around it say it -->\n![](images/settings.png)\n',
    },
  ],
  *checkSuppressions(suppressions, { asked, known }) {
    for (const suppression of suppressions) {
      const { comment, range, rule: id, verb, works } = suppression
      if (works || id === rule.id) continue
      const isMisspelt = id !== undefined && known.length > 0 && !known.includes(id) && !id.includes('/')
      const isAnswered = id === undefined || asked.has(id) || isMisspelt
      const reason = isAnswered ? reasonFor(suppression, known) : undefined
      if (reason !== undefined) yield { range: verbs.includes(verb) ? range : comment, reason }
    }
  },
})
