import { lstatSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { imageSize } from 'image-size'
import type Sharp from 'sharp'
import { remembering } from '../text/remembering.ts'
import { errorCode } from './error-code.ts'
import { isWithin } from './files.ts'

/** Why a picture cannot be used. */
interface Refusal {
  readonly reason: string
}

/** A picture file, read; its size in CSS pixels where the file tells it. */
export interface PictureFile {
  readonly path: string
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly width?: number
  readonly height?: number
}

const mediaTypes: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
}

/** More than this is no picture for a page: it would take the reader's machine down. */
const mostPixels = 50_000_000
const mostBytes = 20 * 1024 * 1024

/** More than a page shows, on a screen with two dots to a pixel. */
const widest = 1600

/** Reads a picture below a root, once; words that say why where it cannot be used. */
export function pictureReader(root: string): (path: string) => PictureFile | Refusal {
  const base = realpathSync(root)
  return remembering((path) => readPicture(base, path), Infinity)
}

/** As `pictureReader`, with pictures no larger than a page shows them. */
export function fittedPictureReader(root: string): (path: string) => Promise<PictureFile | Refusal> {
  const base = realpathSync(root)
  return remembering(async (path) => {
    const found = readPicture(base, path)
    return 'reason' in found ? found : fitted(found)
  }, Infinity)
}

function readPicture(base: string, path: string): PictureFile | Refusal {
  const file = join(base, path)
  try {
    if (lstatSync(file).size > mostBytes) return { reason: 'Unexpected size, expected 20 MiB at most' }
    if (!isWithin(base, realpathSync(file)))
      return { reason: 'Unexpected place, expected one below the root' }
    const bytes = new Uint8Array(readFileSync(file))
    const { type = '', orientation = 1, ...size } = imageSize(bytes)
    const isTurned = orientation >= 5
    const [width, height] = isTurned ? [size.height, size.width] : [size.width, size.height]
    const mediaType = mediaTypes[type]
    if (mediaType === undefined)
      return {
        reason: `Unexpected kind of picture, expected ${Object.keys(mediaTypes).join(', ')}`,
      }
    if (width * height > mostPixels) {
      return {
        reason: `Unexpected ${width} × ${height} pixels, expected ${mostPixels / 1_000_000} million at most`,
      }
    }
    return { path, bytes, mediaType, width, height }
  } catch (error) {
    const isGone = errorCode(error) === 'ENOENT'
    return { reason: `Unexpected ${isGone ? 'absence' : 'content'}, expected a picture` }
  }
}

/** The picture as it is, or drawn anew no wider than a page shows it, in its own format, where that is smaller. */
async function fitted(picture: PictureFile): Promise<PictureFile> {
  const { bytes, mediaType, width = 0 } = picture
  if (width <= widest || !shrinkable.has(mediaType)) return picture
  const sharp = await loadSharp()
  const drawn = await sharp?.(bytes, { limitInputPixels: mostPixels })
    .autoOrient()
    .resize({ width: widest })
    .toBuffer({ resolveWithObject: true })
    .catch(() => undefined)
  if (!drawn || drawn.data.length >= bytes.length) return picture
  return { ...picture, bytes: new Uint8Array(drawn.data), width: drawn.info.width, height: drawn.info.height }
}

/** A drawing has no pixels, and others may move. */
const shrinkable: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/avif'])

async function loadSharp(): Promise<typeof Sharp | undefined> {
  return import('sharp').then(
    ({ default: sharp }) => sharp,
    () => undefined,
  )
}

/** Draws a picture as PNG, no wider than so many pixels; undefined where the package that draws is not installed. */
export async function drawPng(
  { bytes, mediaType }: PictureFile,
  width: number,
): Promise<Uint8Array | undefined> {
  const sharp = await loadSharp()
  if (!sharp) return mediaType === 'image/png' ? bytes : undefined
  const isDrawing = mediaType === 'image/svg+xml'
  const image = sharp(bytes, { limitInputPixels: mostPixels, ...(isDrawing && { density: 192 }) })
  const drawn = await image
    .resize({ width, withoutEnlargement: !isDrawing })
    .png({ compressionLevel: 9 })
    .toBuffer()
    .catch(() => undefined)
  return drawn && new Uint8Array(drawn)
}
