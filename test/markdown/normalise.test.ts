import { describe, expect, test } from 'vitest'
import { linesOfTree } from '../../scripts/accuracy/compare.ts'
import { loadNative } from '../../src/markdown/native.ts'
import { normalisers, type Normaliser } from '../../src/markdown/normalise.ts'
import type { Format } from '../../src/markdown/parse.ts'
import { remarkParseBy } from '../../src/markdown/remark.ts'

/** The trees of both parsers after the given normalisers. */
async function treesBy(
  table: readonly Normaliser[],
  text: string,
  format: Format,
): Promise<{ native: string[]; remark: string[] }> {
  const native = await loadNative(table)
  if (!native) throw new Error('Unexpected missing native parser')
  return {
    native: linesOfTree(native(text, format)),
    remark: linesOfTree(remarkParseBy(table)(text, format)),
  }
}

describe.each(normalisers.map((normaliser) => [normaliser.id, normaliser] as const))(
  '%s',
  (_id, normaliser) => {
    const { example, format = 'markdown' } = normaliser

    test('its example gives one tree', async () => {
      const { native, remark } = await treesBy(normalisers, example, format)
      expect(native).toEqual(remark)
    })

    test('without it the example gives two', async () => {
      const others = normalisers.filter(({ id }) => id !== normaliser.id)
      const { native, remark } = await treesBy(others, example, format)
      expect(native).not.toEqual(remark)
    })
  },
)

test('identifiers are unique', () => {
  expect(new Set(normalisers.map(({ id }) => id)).size).toBe(normalisers.length)
})
