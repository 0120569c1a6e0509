import type { Unit } from '../l10n/unit.ts'
import type { Kit, ReturnedKit } from './kit.ts'

/** A file that came back: its bytes, read when they are needed. */
export interface KitFile {
  readonly name: string
  /** Its text piece by piece. @throws KitFault where it is in no encoding that is known. */
  text(): AsyncIterable<string> | Iterable<string>
  bytes(): Promise<Uint8Array>
}

/** One format of kits, out and back. */
export interface KitFormat {
  readonly format: string
  readonly extension: string
  /** Which units it holds; all where nothing is said. */
  holds?(unit: Unit): boolean
  /** Kits of one pair of locales as one file. */
  write(kits: readonly Kit[]): string | Uint8Array
  /** Whether a file is of this format, by how it begins. */
  fits(beginning: Uint8Array): boolean
  /** @throws KitFault for a file that is damaged. */
  read(file: KitFile): Promise<ReturnedKit[]>
}

/** The beginning of a file as letters, whatever its encoding: bytes of zero are left out. */
export function lettersOf(beginning: Uint8Array): string {
  return String.fromCharCode(...beginning.subarray(0, 1000).filter((byte) => byte !== 0))
}
