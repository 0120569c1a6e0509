import type { VNode } from 'preact'

/** Words in which backticks set off code. */
export function Words({ text }: { readonly text: string }): VNode {
  const parts = text.split(/`([^`]*)`/)
  return <>{parts.map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}</>
}

/** `1 error`, `2 errors`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** `1.2K`: where there is little room. */
export const compact: Intl.NumberFormat = new Intl.NumberFormat('en', { notation: 'compact' })

/** A language by its name in English: `Polish (Poland)`. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag.replaceAll('_', '-')) ?? tag
  } catch {
    return tag
  }
}
