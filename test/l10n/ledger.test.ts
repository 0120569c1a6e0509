import { describe, expect, test } from 'vitest'
import { parseLedger, printLedger, type LedgerLine } from '../../src/l10n/ledger.ts'

const line: LedgerLine = {
  source: '0123456789abcdef',
  context: '',
  occurrence: 0,
  target: 'fedcba9876543210.01234567',
  origin: 'human',
  blob: 'a'.repeat(40),
}

const another: LedgerLine = {
  ...line,
  source: '00000000000000aa+00000000000000bb.0000000c',
  context: '01234567',
  occurrence: 2,
  origin: 'memory',
}

const printed = (...lines: LedgerLine[]): string => printLedger({ synced: [], lines })

describe('ledger', () => {
  test('is sorted, and the same after a trip through its file', () => {
    const synced = ['c'.repeat(40)]
    const text = printLedger({ synced, lines: [line, another] })
    expect(text.split('\n')[0]).toContain('00000000000000aa+')
    expect(printLedger({ synced, lines: [another, line] })).toBe(text)
    expect(parseLedger(text)).toEqual({ synced, lines: [another, line], damaged: [] })
  })

  test('counts a line once that a merge left twice', () => {
    const text = printed(line)
    expect(parseLedger(text + text).lines).toEqual([line])
    expect(printed(line, line)).toBe(text)
  })

  test.each([
    ['{"source":"0123', 'expected an object of JSON'],
    ['<<<<<<< HEAD', 'mark of a merge'],
    ['[]', 'expected an object of JSON'],
    ['{"synced":"x"}', '`"x"` of `synced`, expected a hash'],
    [JSON.stringify({ ...line, source: 'zz' }), '`"zz"` of `source`, expected a hash'],
    [JSON.stringify({ ...line, blob: undefined }), 'absence of `blob`'],
    [JSON.stringify({ ...line, occurrence: -1 }), '`-1` of `occurrence`, expected a whole number'],
    [JSON.stringify({ ...line, origin: 'magic' }), '`"magic"` of `origin`, expected human'],
  ])('a damaged line costs that line: %s', (damaged, reason) => {
    const { lines, damaged: told } = parseLedger(`${printed(line)}\n${damaged}\r\n${printed(another)}`)
    expect(lines).toEqual([line, another])
    expect(told).toEqual([{ line: 3, reason: expect.stringContaining(reason) as string }])
  })
})
