import type { Range } from '../text/range.ts'

/** The path of an address in the text, without query and fragment: `images/1.png` of `images/1.png?x#y`. */
export function pathRange({ url, urlRange }: { readonly url: string; readonly urlRange: Range }): Range {
  const end = url.search(/[?#]/)
  return end < 0 ? urlRange : { start: urlRange.start, end: urlRange.start + end }
}

/** The fragment of an address in the text, its sign included: `#ports`. */
export function fragmentRange({ url, urlRange }: { readonly url: string; readonly urlRange: Range }): Range {
  const start = url.indexOf('#')
  return start < 0 ? urlRange : { start: urlRange.start + start, end: urlRange.end }
}

/** A relative address whose end is spelt as another path is: both paths are of equal length. */
export function respelled(address: string, path: string, other: string): string {
  let shared = 0
  while (shared < address.length && shared < path.length && address.at(-1 - shared) === path.at(-1 - shared))
    shared++
  return address.slice(0, address.length - shared) + other.slice(other.length - shared)
}

/** A fragment as it can stand in a link: what would end the address there is encoded. */
export function encodedFragment(id: string): string {
  return id.replace(/[\s()<>"%]/g, (character) => encodeURIComponent(character))
}
