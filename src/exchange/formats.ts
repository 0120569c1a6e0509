import type { KitFormat } from './format.ts'

/** The formats of kits by their names, loaded when they are asked for. */
const loaders: Readonly<Record<string, () => Promise<{ readonly format: KitFormat }>>> = {
  xliff: () => import('./xliff.ts'),
  xliff12: () => import('./xliff12.ts'),
  po: () => import('./po.ts'),
  pot: () => import('./pot.ts'),
  xlsx: () => import('./xlsx.ts'),
  tmx: () => import('./tmx.ts'),
}

/** The names of all formats of kits. */
export const kitFormatNames: readonly string[] = Object.keys(loaders)

/** What the glossary as a table is called beside them. */
export const glossaryFormat = 'glossary-csv'

/** The format of a name; undefined for one that is not known. */
export async function loadKitFormat(name: string): Promise<KitFormat | undefined> {
  const load = Object.hasOwn(loaders, name) ? loaders[name] : undefined
  return load && (await load()).format
}

/** The format of a file, by how it begins; undefined for one that is no kit. */
export async function formatOfFile(beginning: Uint8Array): Promise<KitFormat | undefined> {
  for (const name of kitFormatNames) {
    const format = await loadKitFormat(name)
    if (format?.fits(beginning)) return format
  }
  return undefined
}
