import { expect, test } from 'vitest'
import { labelsOf, labelTable, wrongLabels } from '../../src/l10n/label.ts'
import { documentIn } from '../support/kits.ts'

const strings = {
  'en-gb': { save: '&Save', close: 'Close', quit: 'Close', copy: 'Save a copy' },
  'pl-pl': { save: '&Zapisz', close: 'Zamknij', quit: 'Zakończ', copy: 'Zapisz kopię' },
}

/** What is wrong with the labels of a passage: what stands there, what the product says, `!` where it is certain. */
function wrong(source: string, target: string): string[] {
  const [from, to] = [source, target].map((text, index) => {
    const { facts } = documentIn(index === 0 ? 'en-gb' : 'pl-pl', text)
    return labelsOf(facts, text)
  })
  return wrongLabels(from ?? [], to ?? [], labelTable(strings, 'en-gb', 'pl-pl')).map(
    ({ label, wanted, isCertain }) => `${label.words}: ${wanted.join(' or ')}${isCertain ? '!' : ''}`,
  )
}

test.each<[string, string, readonly string[]]>([
  ['Choose `**Save**`{.action}.', 'Wybierz `**Zapisz**`{.action}.', []],
  ['Choose `**Save**`{.action}.', 'Wybierz `**Zachowaj**`{.action}.', ['Zachowaj: Zapisz!']],
  ['Choose `Save`{.action}.', 'Wybierz `Zachowaj`{.action .big}.', ['Zachowaj: Zapisz!']],
  ['Choose `Save`{.actions}, or `Save`.', 'Wybierz `Zachowaj`{.action}.', []],
  // Each of the product's own words for one that has two is right.
  ['`Close`{.action}', '`Zakończ`{.action}', []],
  ['`Close`{.action}', '`Wyjdź`{.action}', ['Wyjdź: Zamknij or Zakończ']],
  // Another order is none of a label's business.
  ['`Save`{.action} and `Close`{.action}', '`Zamknij`{.action}, `Zapisz`{.action}', []],
  // Two that are wrong: their order tells which is which, and is no proof.
  ['`Save`{.action}, `Save a copy`{.action}', '`A`{.action}, `B`{.action}', ['A: Zapisz', 'B: Zapisz kopię']],
  // Labels of another program.
  ['`Send`{.action}, `Save`{.action}', '`Wyślij`{.action}, `Zachowaj`{.action}', ['Zachowaj: Zapisz']],
  ['`Send`{.action}', '`Wyślij`{.action}', []],
  // What has no counterpart is nobody's.
  ['`Save`{.action}, `Close`{.action}', '`Zachowaj`{.action}', []],
])('%s beside %s', (source, target, found) => {
  expect(wrong(source, target)).toEqual(found)
})
