import type { Range } from '../text/range.ts'
import type { Cipher } from './cipher.ts'
import type { SrvRecord } from './record.ts'
import type { TableReading } from './table-records.ts'
import type { Role, RoleWord } from './role.ts'

/** Where a statement stands. */
export type Place = 'table' | 'line' | 'sentence' | 'picture' | 'record'

/** How a reader knows what a value is for: from words beside it, above it, in the heading, or by the number alone. */
export type Basis = 'words' | 'above' | 'heading' | 'number' | 'lent' | 'none'

/** How sure a reading is, by what it rests on. */
export const confidence: Readonly<Record<Basis, number>> = {
  words: 0.95,
  above: 0.8,
  heading: 0.8,
  lent: 0.7,
  number: 0.6,
  none: 0,
}

/** A port or a host that a document states. */
export interface Statement extends Role {
  readonly kind: 'port' | 'host'
  readonly value: string
  readonly range: Range
  readonly place: Place
  readonly basis: Basis
  /** From 0 to 1: how sure the reading is. */
  readonly confidence: number
  /** How the text says that the connection is encrypted. */
  readonly cipher?: Cipher
  /** The protocol of the account that the section sets up, where nothing nearer tells the protocol. */
  readonly account?: string
  /** The id of the service that the words name, where they name one. */
  readonly service?: string
  /** The index of the heading above; -1 where there is none. */
  readonly section: number
  /** Statements of one sentence, line or table have one number. */
  readonly scope: number
  /** Whether its words speak of a server. */
  readonly isOfServer: boolean
  /** Values of one list have one number: `993 or 143`. */
  readonly list: number
  /** The words that tell its role, and those of a label that tell another. */
  readonly roleWords: readonly RoleWord[]
  readonly otherWords: readonly RoleWord[]
  /** True of a value that its sentence gives as an example. */
  readonly isExample?: true
  /** The cell of a table, by the indexes of table, row and column. */
  readonly cell?: {
    readonly table: number
    readonly row: number
    readonly column: number
    /** True where its column is one endpoint. */
    readonly isByColumn: boolean
  }
}

/** Words on encryption, and the ports that they speak of. */
export interface SecurityStatement {
  readonly cipher: Cipher
  readonly of: readonly Statement[]
  readonly section: number
}

/** A protocol that is named. */
export interface Mention {
  readonly protocol: string
  readonly range: Range
  readonly section: number
  readonly place: Place | 'heading'
}

/** What a document says of settings. */
export interface Statements {
  readonly values: readonly Statement[]
  readonly securities: readonly SecurityStatement[]
  /** `SSL enabled or disabled`, where no port is near. */
  readonly loose: readonly { readonly ciphers: readonly Cipher[]; readonly section: number }[]
  readonly mentions: readonly Mention[]
  readonly records: readonly SrvRecord[]
  /** The tables by their indexes among those of the document. */
  readonly tables: readonly TableReading[]
}

/** True where a reader knows which server a value is of. */
export function isBound({ protocol, direction }: Statement): boolean {
  return protocol !== undefined || direction !== undefined
}
