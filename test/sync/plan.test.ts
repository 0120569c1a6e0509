import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { pageOf, type Page } from '../../src/sync/passage.ts'
import { planSync } from '../../src/sync/plan.ts'
import { renderPlan } from '../../src/sync/render.ts'
import { applyEdits } from '../../src/text/edit.ts'
import { readFacts } from '../support/corpus.ts'

function page(text: string): Page {
  return pageOf(readFacts(text), text)
}

/** Blank lines aside. */
function bare(text: string): string {
  return text.replace(/\n+/g, '\n').trim()
}

/** A target after its source went from one state to another, and what the plan says of it. */
function synced(base: string, head: string, target: string): { text: string; changes: string[] } {
  const pages = { base: page(base), head: page(head), target: page(target) }
  const plan = planSync({ ...pages, addresses: { ownOf: (url) => url } })
  const edits = renderPlan(plan, pages.head, pages.target, (index) => {
    const { start = 0, end = 0 } = pages.head.passages[index]?.range ?? {}
    return head.slice(start, end)
  })
  const changes = plan.items.flatMap((item) =>
    item.changes.size > 0 ? [[...item.changes].sort().join(' ')] : [],
  )
  return { text: applyEdits(target, edits), changes }
}

const base = `# Mail

Open the [panel](https://a.example/panel) on port 993 now.

- First step: click \`Go\`
- Second step: save

\`\`\`sh
ls -l # list
\`\`\`

## Help

![](images/1.png){.thumbnail}

Write to us with 3 questions at most.
`

const target = `# Poczta

Otwórz teraz [panel](https://a.example/pl/panel), port 993.

- Krok pierwszy: kliknij \`Go\`
- Krok drugi: zapisz

\`\`\`sh
ls -l # wypisz
\`\`\`

## Pomoc

![](images/1.png){.thumbnail}

Napisz do nas, najwyżej 3 pytania.
`

describe('sync', () => {
  test.each<[name: string, from: string, to: string, changes: string[], was: string, is: string]>([
    ['an address', '(https://a.example/panel)', '(https://b.example/panel)', ['conflict'], '', ''],
    ['an address behind a locale', 'a.example/panel)', 'a.example/panel/new)', ['carried'], '', ''],
    ['a port', 'port 993', 'port 1993', ['carried'], 'port 993', 'port 1993'],
    ['a picture', 'images/1.png', 'images/2.png', ['carried'], 'images/1.png', 'images/2.png'],
    [
      'an attribute',
      '{.thumbnail}',
      '{.thumbnail .w-500}',
      ['carried'],
      '{.thumbnail}',
      '{.thumbnail .w-500}',
    ],
    ['a code span', '`Go`', '`Run`', ['carried'], '`Go`', '`Run`'],
    ['code with a translated comment', 'ls -l #', 'ls -la #', ['carried'], 'ls -l #', 'ls -la #'],
    ['a number that counts', '3 questions', '4 questions', ['carried words'], '3 pytania', '4 pytania'],
    ['words', 'click', 'press', ['words'], '', ''],
    ['a slip of the pen', 'questions', 'questionss', [], '', ''],
    ['a link that has come', 'Write to us', '[Write to us](https://a.example/help)', ['words'], '', ''],
    ['a link by reference that has come', 'Write to us', '[Write to us][help]', ['words'], '', ''],
    ['a picture that has come', 'save\n', 'save ![](images/2.png)\n', ['words'], '', ''],
    ['emphasis', 'Second step', '**Second** step', [], '', ''],
    ['wrapping', 'panel) on', 'panel)\non', [], '', ''],
    ['a level', '## Help', '### Help', ['level'], '## Pomoc', '### Pomoc'],
    ['a removed item', '- Second step: save\n', '', ['removed'], '- Krok drugi: zapisz\n', ''],
    [
      'a removed paragraph',
      'Write to us with 3 questions at most.\n',
      '',
      ['removed'],
      '\n\nNapisz do nas, najwyżej 3 pytania.',
      '',
    ],
    ['a new item', '- Second', '- Wait\n- Second', ['new'], '- Krok drugi', '- Wait\n- Krok drugi'],
    [
      'a new section',
      '## Help',
      '## New\n\nWords.\n\n## Help',
      ['new', 'new'],
      '## Pomoc',
      '## New\n\nWords.\n\n## Pomoc',
    ],
    [
      'another list sign',
      '- First step: click `Go`\n- Second',
      '* First step: click `Go`\n* Second',
      ['carried', 'carried'],
      '- Krok pierwszy: kliknij `Go`\n- Krok drugi',
      '* Krok pierwszy: kliknij `Go`\n* Krok drugi',
    ],
  ])('%s', (name, from, to, changes, was, is) => {
    const result = synced(base, base.replace(from, to), target)
    const expected =
      name === 'an address behind a locale'
        ? target.replace('/pl/panel)', '/pl/panel/new)')
        : target.replace(was, is)
    expect(result.text).toBe(expected)
    expect(result.changes).toEqual(changes)
  })

  test('a moved section is moved in its own words', () => {
    const [start, help] = [base.indexOf('## Help'), target.indexOf('## Pomoc')]
    const moved = `${base.slice(start)}\n${base.slice(0, start)}`
    expect(synced(base, moved, target).text).toBe(
      `${target.slice(help)}\n${target.slice(0, help)}`.trimEnd() + '\n',
    )
  })

  test('a new section stands in order where the target keeps sections in another one', () => {
    const [mail, phone, help, news] = [
      '## Mail\n\nOpen `mail` now.\n\nClose `mail` then.\n',
      '## Phone\n\nOpen `phone` now.\n\nClose `phone` then.\n',
      '## Help\n\nAsk `help` here.\n',
      '## News\n\nRead what is new.\n',
    ] as const
    const own = [mail, phone, help].map((section) => section.replace(/Open|Close|Ask/g, 'Zrób'))
    expect(
      synced([phone, mail, help].join('\n'), [phone, mail, news, help].join('\n'), own.join('\n')).text,
    ).toBe([own[0], own[1], news, own[2]].join('\n'))
    const more = '\n### More\n\nMore of `phone`.\n'
    expect(
      synced([phone, mail, help].join('\n'), [phone + more, mail, help].join('\n'), own.join('\n')).text,
    ).toBe([own[0], `${own[1] ?? ''}${more}`, own[2]].join('\n'))
  })

  test('what the target has already is left alone', () => {
    const head = base.replace('port 993', 'port 995').replace('- Second', '- Wait for `30 s`\n- Second')
    const done = target
      .replace('port 993', 'port 995')
      .replace('- Krok drugi', '- Poczekaj `30 s`\n- Krok drugi')
    expect(synced(base, head, done).text).toBe(done)
  })

  test('what a locale has for itself stays', () => {
    const own = target.replace('## Pomoc', 'Tylko w Polsce: 22 123 45 67.\n\n## Pomoc')
    expect(synced(base, base.replace('images/1.png', 'images/2.png'), own).text).toBe(
      own.replace('1.png', '2.png'),
    )
  })

  test('line ends and quotes are those of their new place', () => {
    const [from, to] = ['> [!note]\n>\n> One.\n', '> [!note]\n>\n> One.\n>\n> Two words.\n']
    expect(synced(from, to, '> [!note]\r\n>\r\n> Raz.\r\n').text).toBe(
      '> [!note]\r\n>\r\n> Raz.\r\n>\r\n> Two words.\r\n',
    )
  })

  test('a sync with nothing to do does nothing, and a sync twice is a sync once', () => {
    const blocks = [
      '# A',
      'Some words here.',
      '- item\n- other',
      '```sh\nls\n```',
      '> quote',
      '| a | b |\n| - | - |\n| 1 | 2 |',
      '![x](a.png)',
      '[a]: https://b.example',
      '<div>\n</div>',
    ]
    const text = fc
      .array(fc.constantFrom(...blocks), { minLength: 1, maxLength: 9 })
      .map((all) => `${all.join('\n\n')}\n`)
    fc.assert(
      fc.property(text, text, text, (a, b, t) => {
        expect(synced(a, a, t).text).toBe(t)
        const once = synced(a, b, t).text
        expect(synced(b, b, once).text).toBe(once)
        expect(bare(synced(a, b, a).text)).toBe(bare(b))
      }),
      { numRuns: 60 },
    )
  })
})
