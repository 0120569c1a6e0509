import type { VNode } from 'preact'

/** Says what is wrong above what is shown all the same; nothing where nothing is. */
export function Trouble({ words }: { readonly words: string | undefined }): VNode | null {
  return words === undefined ? null : <p class="banner trouble">{words}</p>
}
