import { lstatSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { imageSize } from 'image-size'
import { isWithin } from './files.ts'

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

/** Reads a picture below a root, once; words that say why where it cannot be used. */
export function pictureReader(root: string): (path: string) => PictureFile | { readonly reason: string } {
  const base = realpathSync(root)
  const known = new Map<string, PictureFile | { readonly reason: string }>()
  return (path) => {
    const found = known.get(path) ?? readPicture(base, path)
    known.set(path, found)
    return found
  }
}

function readPicture(base: string, path: string): PictureFile | { readonly reason: string } {
  const file = join(base, path)
  try {
    if (lstatSync(file).size > mostBytes) return { reason: 'Unexpected size, expected 20 MiB at most' }
    if (!isWithin(base, realpathSync(file)))
      return { reason: 'Unexpected place, expected one below the root' }
    const bytes = new Uint8Array(readFileSync(file))
    const { type = '', width, height } = imageSize(bytes)
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
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return { reason: `Unexpected ${isGone ? 'absence' : 'content'}, expected a picture` }
  }
}

/** Draws a picture as PNG, no wider than so many pixels; undefined where the package that draws is not installed. */
export async function drawPng(
  { bytes, mediaType }: PictureFile,
  width: number,
): Promise<Uint8Array | undefined> {
  const { default: sharp } = await import('sharp').catch(() => ({ default: undefined }))
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
