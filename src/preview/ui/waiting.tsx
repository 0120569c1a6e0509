import type { VNode } from 'preact'

/** What stands where a view will be. */
export function Waiting({ trouble }: { readonly trouble: string | undefined }): VNode {
  return (
    <main id="main" tabIndex={-1}>
      <p class="waiting" role="status">
        {trouble ?? 'Reading…'}
      </p>
    </main>
  )
}
