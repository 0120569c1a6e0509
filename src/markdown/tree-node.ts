/** A node of either parser, as far as this file looks at it. */
export interface TreeNode {
  readonly type: string
  position?: { readonly start: { offset: number }; readonly end: { offset: number } }
  children?: TreeNode[]
  value?: string
  label?: string | null
  identifier?: string
  spread?: boolean | null
  meta?: string | null
  start?: number | null
  checked?: boolean | null
  attributes?: { position?: unknown; value?: unknown; data?: unknown }[]
  data?: unknown
}

/** A block that prefixes the lines of other blocks. */
export function isContainer({ type }: TreeNode): boolean {
  return type === 'blockquote' || type === 'list' || type === 'listItem' || type === 'footnoteDefinition'
}
