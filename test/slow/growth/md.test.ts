import { describe, expect, test } from 'vitest'
import { growthFault, testGrowthOf } from '../../support/growth.ts'

await testGrowthOf('md')

describe('growth is told from noise', () => {
  const megabyte = 1024 * 1024
  test.each([
    ['as the size', (part: number) => part, false],
    [
      'as the size, and once more where memory grows',
      (part: number) => (part > 0.9 ? 1.6 * part : part),
      false,
    ],
    ['as the size and its square', (part: number) => (part + part ** 2) / 2, true],
    ['as the square of the size', (part: number) => part ** 2, true],
    ['as the square, which a limit ends', (part: number) => (part > 0.9 ? undefined : part ** 2), false],
  ])('%s', async (_, secondsOf, isTold) => {
    const fault = await growthFault((bytes) => Promise.resolve(secondsOf(bytes / megabyte)))
    expect(fault !== undefined).toBe(isTold)
  })
})
