import type { Facts } from '../markdown/facts.ts'
import { combinedRole, directionOf, roleWordOf, within, type Role } from './role.ts'
import type { Token } from './token.ts'

/** What a heading tells of the values below it. */
export interface Section {
  readonly role?: Role
  /** The protocol of the account that is set up: below `IMAP` stand an incoming and an outgoing server. */
  readonly account?: string
  readonly service?: string
}

interface Own extends Section {
  /** True where the heading names several protocols, so that those above count no more. */
  readonly isMixed: boolean
}

/** The sections of a document by the indexes of its headings; headings further in know those around them. */
export function sectionsOf(
  headings: Facts['headings'],
  tokensOf: (index: number) => readonly Token[],
  serviceIn: (words: string) => string | undefined,
): Section[] {
  const open: { readonly depth: number; readonly section: Section }[] = []
  return headings.map(({ depth, text }, index) => {
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop()
    const service = serviceIn(text)
    const section = joined(
      { ...ownOf(tokensOf(index)), ...(service !== undefined && { service }) },
      open.at(-1)?.section ?? {},
    )
    open.push({ depth, section })
    return section
  })
}

function ownOf(tokens: readonly Token[]): Own {
  const words = tokens.flatMap((token, at) => roleWordOf(token, at) ?? [])
  const named = [...new Set(words.flatMap(({ protocol }) => protocol ?? []))]
  const hasDirection = words.some(({ direction }) => direction !== undefined)
  const [only] = named
  const isIncoming =
    !hasDirection && named.length > 0 && named.every((each) => directionOf(each) === 'incoming')
  const isAccount = isIncoming && named.length === 1
  const role = isIncoming ? undefined : combinedRole(words)
  return {
    ...(role && { role }),
    ...(isAccount && only !== undefined && { account: only }),
    isMixed: named.length > 1,
  }
}

function joined({ isMixed, ...own }: Own, outer: Section): Section {
  const service = own.service ?? outer.service
  const account = own.account ?? (isMixed ? undefined : outer.account)
  const role = own.role
    ? withAccount(own.role, account)
    : isMixed
      ? undefined
      : inherited(own.account, outer.role)
  return {
    ...(role && { role }),
    ...(account !== undefined && { account }),
    ...(service !== undefined && { service }),
  }
}

function withAccount(role: Role, account: string | undefined): Role {
  return (account === undefined ? undefined : within(role, { protocol: account })) ?? role
}

/** `IMAP` below `Incoming mail` is both; below `Outgoing mail` it is an account of its own. */
function inherited(account: string | undefined, role: Role | undefined): Role | undefined {
  if (account === undefined || !role) return role
  return role.direction === directionOf(account) ? { ...role, protocol: account } : undefined
}
