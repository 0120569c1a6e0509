import type { NamedLink } from './config.ts'

/** True of an address of a named place other than the one that the config prefers. */
export function isSpelling(url: string, { url: canonical, spellings }: NamedLink): boolean {
  if (url === canonical) return false
  return spellings.some((spelling) =>
    spelling.endsWith('*')
      ? url.startsWith(spelling.slice(0, -1))
      : url === spelling || url === `${spelling}/`,
  )
}

/** The address that the config prefers to another of the same place; any other address as it is. */
export function preferredUrl(url: string, links: Readonly<Record<string, NamedLink>>): string {
  return Object.values(links).find((named) => isSpelling(url, named))?.url ?? url
}
