import { eachElement } from './elements.ts'
import type { Picture, Tools } from './output.ts'
import type { Page } from './page.ts'

/** The pictures that a page shows, by their paths; those that cannot be shown are left out. */
export async function picturesOf(
  { root }: Pick<Page, 'root'>,
  { picture }: Pick<Tools, 'picture'>,
): Promise<ReadonlyMap<string, Picture>> {
  const paths = new Set<string>()
  eachElement(root, ({ tagName, properties: { dataFile } }) => {
    if (tagName === 'img' && typeof dataFile === 'string') paths.add(dataFile)
  })
  const found = await Promise.all(Array.from(paths, picture))
  return new Map(found.flatMap((each) => (each ? [[each.path, each] as const] : [])))
}

/** A picture as an address that holds it. */
export function dataAddress({ mediaType, bytes }: Picture): string {
  return `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`
}

/** The width and height of a picture as attributes, where both are known. */
export function sizeOf({ width, height }: Picture): { readonly width?: number; readonly height?: number } {
  return width !== undefined && height !== undefined ? { width, height } : {}
}
