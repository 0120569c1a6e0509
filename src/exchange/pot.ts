import type { KitFormat } from './format.ts'
import { format as po, poOf } from './po.ts'

export const format: KitFormat = {
  ...po,
  format: 'pot',
  extension: 'pot',
  write: (kits) => poOf(kits, true),
  // A template comes back as the PO that was made from it.
  fits: () => false,
}
