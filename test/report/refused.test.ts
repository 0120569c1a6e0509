import { describe, expect, test } from 'vitest'
import { refusedWords } from '../../src/report/refused.ts'

const readOnly = { path: 'a.md', reason: 'it is read-only' }
const again = (when: string): string => `Run \`hexapla sync\` again ${when}\n`

describe('what was refused is told, and what became of the others', () => {
  test.each([
    ['nothing', [], 3, ''],
    [
      'one of three',
      [readOnly],
      3,
      `a.md was not written: it is read-only\nNothing was written, 2 other files of this run neither. ${again('once that is put right')}`,
    ],
    [
      'all there is',
      [readOnly],
      1,
      `a.md was not written: it is read-only\nNothing was written. ${again('once that is put right')}`,
    ],
    [
      'another run at the same time',
      [{ reason: 'another run is writing at this moment' }],
      3,
      `Nothing was written: another run is writing at this moment. ${again('when it has ended')}`,
    ],
    [
      'one that changed while the others were written',
      [{ path: 'a.md', reason: 'it changed in this very moment', isAlone: true as const }],
      3,
      `a.md was not written: it changed in this very moment\nAll others were. ${again('once that is put right')}`,
    ],
  ])('%s', (_, refused, all, said) => {
    expect(refusedWords(refused, all, 'hexapla sync').join('')).toBe(said)
  })
})
