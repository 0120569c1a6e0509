import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fittedPictureReader, pictureReader } from '../../src/io/picture.ts'

let root: string

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'hexapla-picture-')))
  const noise = sharp({
    create: {
      width: 2000,
      height: 100,
      channels: 3,
      background: 'white',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  })
  await noise.clone().png().toFile(join(root, 'wide.png'))
  await noise.clone().jpeg().toFile(join(root, 'wide.jpg'))
  await noise.clone().jpeg().withMetadata({ orientation: 6 }).toFile(join(root, 'turned.jpg'))
  await noise.clone().resize({ width: 400 }).png().toFile(join(root, 'small.png'))
  writeFileSync(
    join(root, 'wide.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="10"><rect width="4000" height="10"/></svg>',
  )
  writeFileSync(join(root, 'broken.png'), 'no picture')
})

afterAll(() => {
  rmSync(root, { recursive: true, force: true })
})

describe('a picture is read no larger than a page shows it', () => {
  test.each([
    ['wide.png', 1600, 80],
    ['wide.jpg', 1600, 80],
    ['turned.jpg', 100, 2000],
    ['small.png', 400, 20],
    ['wide.svg', 4000, 10],
  ])('%s', async (path, width, height) => {
    const whole = pictureReader(root)(path)
    const fitted = await fittedPictureReader(root)(path)
    if ('reason' in whole || 'reason' in fitted) throw new Error('Unexpected refusal')
    expect(fitted).toMatchObject({ path, mediaType: whole.mediaType, width, height })
    const isSmaller = fitted.bytes.length < whole.bytes.length
    expect(isSmaller).toBe(width === 1600)
    const again = await fittedPictureReader(root)(path)
    expect(again).toEqual(fitted)
  })

  test('what is no picture is refused all the same', async () => {
    expect(await fittedPictureReader(root)('broken.png')).toEqual(pictureReader(root)('broken.png'))
    expect(await fittedPictureReader(root)('absent.png')).toEqual({
      reason: 'Unexpected absence, expected a picture',
    })
  })
})
