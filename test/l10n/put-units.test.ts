import { expect, test } from 'vitest'
import { putUnits } from '../../src/l10n/put-units.ts'
import { unitsOf } from '../../src/l10n/unit.ts'
import { readFacts } from '../support/corpus.ts'
import { documentIn } from '../support/kits.ts'

const source = documentIn(
  'en-gb',
  `---
title: "Mail"
---

Open the [panel](https://example.com).

![lock] ![A key](2.png)

[lock]: 1.png
`,
)
const target = documentIn('pl-pl', source.text.replace('"Mail"', 'Poczta').replace('Open the', 'Otwórz'))

test.each([
  [
    'words',
    'Open the <1>panel</1>.',
    'Otwórz <1>pulpit</1>.',
    false,
    'Otwórz [pulpit](https://example.com).',
  ],
  ['a picture with its address', 'A key', 'Klucz', false, '![Klucz](2.png)'],
  ['a picture that is looked up by its words', 'lock', 'Zamek', true, '![Zamek][lock]'],
  ['a field', 'Mail', 'Listy', false, 'title: Listy'],
  ['a field with the words of the source', 'Mail', 'Mail', true, 'title: "Mail"'],
])(
  'the source is asked for only where it tells more than its phrases: %s',
  async (_, of, words, isAsked, text) => {
    let asked = 0
    const unit = unitsOf(source, target).find((each) => each.source.text === of)
    if (!unit) throw new Error(`no ${of}`)
    const put = await putUnits(
      target,
      () => {
        asked++
        return Promise.resolve(source)
      },
      [{ unit, words }],
      (after) => Promise.resolve(readFacts(after, target.path)),
    )
    expect(put.refused).toEqual([])
    expect(put.text).toContain(text)
    expect(asked > 0).toBe(isAsked)
  },
)
