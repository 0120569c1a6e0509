import { isSpelling } from '../../corpus/named-link.ts'
import { documentRule, type Rule } from '../rule.ts'

/** A bare address that has swallowed what stood on it is no address of the place. */
const swallowed = /["'\[\]]/

export const rule: Rule = documentRule<object>({
  id: 'link-canonical',
  summary: 'an address of a named place other than the one that the config prefers',
  why: 'Old addresses redirect until the day they do not, and readers learn to distrust a site that sends them to three places for one thing.',
  severity: 'warning',
  defaults: {},
  inputs: ['links'],
  examples: [
    {
      name: 'The control panel by its old address',
      config:
        'links:\n  control panel:\n    url: https://www.ovh.com/manager/\n    spellings: [https://www.ovh.com/managerv3/]\n',
      files: '---\ntitle: Mail\n---\n\nOpen the [control panel](⟦https://www.ovh.com/managerv3/⟧).\n',
      reasons: [
        'Unexpected address `https://www.ovh.com/managerv3/` of the control panel, expected `https://www.ovh.com/manager/`',
      ],
      fixed: '---\ntitle: Mail\n---\n\nOpen the [control panel](https://www.ovh.com/manager/).\n',
    },
    {
      name: 'The address that the config names',
      config:
        'links:\n  control panel:\n    url: https://www.ovh.com/manager/\n    spellings: [https://www.ovh.com/managerv3/]\n',
      files: '---\ntitle: Mail\n---\n\nOpen the [control panel](https://www.ovh.com/manager/).\n',
    },
  ],
  *check({ facts }, { config }) {
    const places = Object.entries(config.links)
    if (places.length === 0) return
    const written = facts.links.filter(
      ({ form, url }) => form !== 'reference' && !(form === 'literal' && swallowed.test(url)),
    )
    for (const link of [...written, ...facts.definitions]) {
      const place = places.find(([, named]) => isSpelling(link.url, named))
      if (!place) continue
      const [name, { url: expected }] = place
      yield {
        range: link.urlRange,
        reason: `Unexpected address \`${link.url}\` of the ${name}, expected \`${expected}\``,
        actual: link.url,
        expected,
        fix: {
          title: `Link to \`${expected}\``,
          applicability: 'safe',
          edits: [{ range: link.urlRange, text: expected }],
          changes: ['links', 'definitions'],
        },
      }
    }
  },
})
