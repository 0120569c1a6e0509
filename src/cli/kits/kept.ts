import type { Config } from '../../corpus/config.ts'
import type { Kit, KitUnit } from '../../exchange/kit.ts'
import { cacheFolderOf } from '../../io/cache-files.ts'
import { textBelow } from '../../io/ledger-files.ts'
import { LineCache } from '../../io/line-cache.ts'
import { ledgerPath } from '../../l10n/ledger.ts'
import { hashOf } from '../../text/edit.ts'

/** What a kit is of, and for whom. */
export type KitFrame = Omit<Kit, 'units'>

/** Units that kits were made of, by all that they follow from: a kit that comes back to the same texts finds its units made. */
export class KeptKits {
  readonly #root: string
  readonly #config: string

  constructor(root: string, config: Config) {
    this.#root = root
    this.#config = hashOf(JSON.stringify(config))
  }

  of(guide: string): LineCache {
    return new LineCache(cacheFolderOf(this.#root), `kits/${hashOf(guide).slice(0, 16)}`)
  }

  /** What units are kept under; `target` is the hash of the target, where there is one. */
  nameOf({ guide, path, locales, languages }: KitFrame, source: string, target: string | undefined): string {
    const ledger = textBelow(this.#root, ledgerPath(locales.target, guide))
    const frame = { guide, path, locales, languages }
    return hashOf(JSON.stringify([this.#config, frame, source, target, ledger]))
  }
}

/** Units as they are kept in a line. */
export function unpackUnits(line: string): KitUnit[] {
  return JSON.parse(line) as KitUnit[]
}
