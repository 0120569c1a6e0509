import type { Cipher } from './cipher.ts'
import { clauseOf, type Clause, type List } from './clause.ts'
import { emptyGroup, namedFirst, securitiesOf, settle, type Draft, type Group } from './group.ts'
import type { Knowledge } from './knowledge.ts'
import { directionOf, within, type Role, type RoleWord } from './role.ts'
import type { Section } from './section.ts'
import { confidence, type Basis, type Place, type Statement, type Statements } from './statement.ts'
import type { Token } from './token.ts'

/** What is read at one go: a sentence, a line, a field of a table. */
export interface Unit {
  readonly tokens: readonly Token[]
  readonly place: Place
  /** Numbers are ports. */
  readonly ports: boolean
  /** A line or field: what the one above said may go on in it. */
  readonly isLine: boolean
  /** The role of the row or column. */
  readonly role?: Role
  readonly roleWords?: readonly RoleWord[]
  /** Known numbers are likely to be ports. */
  readonly likely?: boolean
  readonly cell?: Statement['cell']
  readonly service?: string
  /** What the list item that it stands in begins with: `- for sending, …`. */
  readonly topic?: Topic
  /** Whether the sentence before speaks of the server that this one names. */
  readonly isOfServer?: boolean
}

/** What the first words of a list item say that all of it is about. */
export interface Topic {
  readonly role?: Role
  /** Whether it begins with a way to encrypt. */
  readonly isCipher: boolean
}

/** Gathers statements unit by unit, in the order of a document. */
export class Stream {
  readonly values: Statement[] = []
  readonly #loose: { ciphers: readonly Cipher[]; section: number }[] = []
  readonly #knowledge: Knowledge
  readonly #isKnownLanguage: boolean
  #section: Section = {}
  #index = -1
  #lists = 0
  #scopes = 0
  #table: number | undefined
  #above: Role | undefined
  /** What the last sentence without values was about. */
  #subject: Role | undefined
  #group: Group = emptyGroup()

  constructor(knowledge: Knowledge, isKnownLanguage: boolean) {
    this.#knowledge = knowledge
    this.#isKnownLanguage = isKnownLanguage
  }

  /** True where nothing that was read so far goes on in what comes next. */
  get isIdle(): boolean {
    const { values, ciphers } = this.#group
    return this.#above === undefined && values.length + ciphers.length === 0
  }

  /** A heading: what stands above it goes on no more. */
  enter(section: Section, index: number): void {
    this.close()
    this.#section = section
    this.#index = index
    this.#above = undefined
    this.#subject = undefined
  }

  /** The end of a paragraph of prose, a cell or a record. */
  close(): void {
    const { ports, ciphers } = this.#group
    settle(this.#group)
    this.#group = emptyGroup()
    if (ports.length === 0 && ciphers.length > 0) this.#loose.push({ ciphers, section: this.#index })
  }

  /** Reads a unit. */
  read(unit: Unit): void {
    const { ports, isLine } = unit
    if (unit.cell === undefined || unit.cell.table !== this.#table) this.#scopes++
    this.#table = unit.cell?.table
    const { knows, isHost, lend } = this.#knowledge
    const clause = clauseOf(unit.tokens, {
      ports,
      likely: unit.likely ?? false,
      knows,
      isHost,
      isUnderstood: this.#isKnownLanguage,
      lends: (range) => lend?.(range) !== undefined,
    })
    const isTold = clause.role && !unit.role && clause.lists.every((list) => list.role)
    if (isLine && clause.role && isTold && unit.tokens.length <= longestLine) this.#turnTo(clause.role)
    for (const list of clause.lists) this.#add(list, unit, clause)
    if (clause.lists.length === 0 && this.#isKnownLanguage)
      this.#group.ciphers.push(...namedFirst(clause.ciphers))
    if (isLine) return
    this.#above = soleRole(clause) ?? this.#above
    if (clause.lists.length === 0) this.#subject = clause.role ?? this.#subject
  }

  /** Prose forgets what its last paragraph was about. */
  forget(): void {
    this.close()
    this.#above = undefined
    this.#subject = undefined
  }

  statements(): Pick<Statements, 'values' | 'securities' | 'loose'> {
    this.close()
    return { values: this.values, securities: securitiesOf(this.values), loose: this.#loose }
  }

  #turnTo(role: Role): void {
    const isSame = role.direction === this.#above?.direction && role.protocol === this.#above?.protocol
    if (!isSame) this.close()
    this.#above = role
  }

  #add(list: List, unit: Unit, clause: Clause): void {
    this.#lists++
    for (const [index, value] of list.values.entries()) {
      const { kind, range } = value
      // Port 25 is for servers among themselves; guides warn of it.
      if (value.value === '25' && unit.place === 'sentence') continue
      const found = this.#roleFor(list, unit, value.value, kind)
      const lent =
        found.basis === 'none' || found.basis === 'number' ? this.#knowledge.lend?.(range) : undefined
      const role = lent ?? found.role
      const cipher = this.#isKnownLanguage || unit.tokens.length <= 3 ? list.ciphers[index] : undefined
      const service = unit.service ?? this.#section.service
      const statement: Draft = {
        kind,
        value: value.value,
        range,
        place: unit.place,
        basis: lent ? 'lent' : found.basis,
        confidence: confidence[lent ? 'lent' : found.basis],
        ...(role?.protocol !== undefined && { protocol: role.protocol }),
        ...(role?.direction !== undefined && { direction: role.direction }),
        ...(cipher && { cipher }),
        ...(this.#section.account !== undefined && { account: this.#section.account }),
        ...(service !== undefined && { service }),
        section: this.#index,
        scope: this.#scopes,
        isOfServer: clause.isOfServer || unit.cell !== undefined || unit.isOfServer === true,
        list: this.#lists,
        roleWords: list.roleWords.length > 0 ? list.roleWords : (unit.roleWords ?? []),
        otherWords: list.otherWords,
        ...(unit.cell && { cell: unit.cell }),
        ...(clause.isExample && { isExample: true }),
      }
      this.values.push(statement)
      this.#group.values.push(statement)
      if (!unit.isLine && unit.topic?.isCipher !== true) this.#group.isClose = false
      if (kind === 'port' && clause.ciphers.length === 0) this.#group.ports.push(statement)
    }
  }

  /** From the nearest words outward: its own, the row's or column's, the line's above, the heading's, the number. */
  #roleFor(list: List, unit: Unit, value: string, kind: 'port' | 'host'): { role?: Role; basis: Basis } {
    const { role: section, account } = this.#section
    const outer = section ?? (account === undefined ? undefined : { protocol: account })
    const near = within(list.role, unit.role)
    if (near) return { role: completed(within(within(near, this.#above), outer) ?? near), basis: 'words' }
    if (list.roleWords.length > 0) return { basis: 'none' }
    if (unit.topic?.role)
      return { role: completed(within(unit.topic.role, outer) ?? unit.topic.role), basis: 'above' }
    const byNumber = kind === 'port' ? this.#knowledge.roleOf(value) : undefined
    if (this.#above && (unit.isLine || !byNumber || byNumber.direction === this.#above.direction))
      return { role: completed(within(this.#above, outer) ?? this.#above), basis: 'above' }
    if (section) return { role: completed(section), basis: 'heading' }
    if (!byNumber)
      return kind === 'port' && this.#subject && !unit.isLine
        ? { role: completed(this.#subject), basis: 'above' }
        : { basis: 'none' }
    // Below `IMAP`, a port of mail that comes in is IMAP's, or a mistake.
    const isOfAccount = account !== undefined && byNumber.direction === directionOf(account)
    return { role: isOfAccount ? { ...byNumber, protocol: account } : byNumber, basis: 'number' }
  }
}

const longestLine = 16

function completed(role: Role): Role {
  const direction = role.direction ?? directionOf(role.protocol)
  return direction === undefined ? role : { ...role, direction }
}

/** The one role that the values of a sentence have. */
function soleRole({ lists, role }: Clause): Role | undefined {
  return lists.length > 0 && lists.every((list) => list.role) ? role : undefined
}
