import type { Canon } from './canon.ts'
import type { Cipher } from './cipher.ts'
import { sameHost, type Yardstick } from './endpoints.ts'
import { endOf, looksLikeHost } from './host.ts'
import { roleOfPort, type Role } from './role.ts'
import type { Statement } from './statement.ts'

/** What is known besides the words. */
export interface Knowledge {
  /** Whether a port or a host is one of the canon's, or a port is registered for mail. */
  readonly knows: (value: string) => boolean
  /** Whether a word with dots is a host. */
  readonly isHost: (word: string) => boolean
  /** The role of a port by its number alone. */
  readonly roleOf: (port: string) => Role | undefined
  /** What the same place says in a language whose words are known. */
  readonly lend?: Lend
}

/** The meaning of a place, from the place that stands for it in another locale. */
export type Lend = (range: Statement['range']) => (Role & { readonly security?: Cipher['value'] }) | undefined

/** Without a canon, the ports that are registered for mail are known. */
export const registered: Knowledge = {
  isHost: looksLikeHost,
  knows: (value) => roleOfPort(value) !== undefined,
  roleOf: roleOfPort,
}

/** What a reader of a guide knows before it reads: the ports and hosts of its service, and what is registered for mail. */
export function knowledgeOf({ endpoints }: Yardstick): Knowledge {
  const roles = new Map<string, Role | undefined>()
  for (const { protocol, direction, ports } of endpoints) {
    for (const { number } of ports) {
      const role = { protocol, ...(direction !== undefined && { direction }) }
      // A port of two protocols tells neither.
      roles.set(number, roles.has(number) && roles.get(number)?.protocol !== protocol ? undefined : role)
    }
  }
  const roleOf = (port: string): Role | undefined => (roles.has(port) ? roles.get(port) : roleOfPort(port))
  const ends = new Set(endpoints.flatMap(({ host }) => (host === undefined ? [] : endOf(host))))
  return {
    isHost: (word) => looksLikeHost(word) || ends.has(endOf(word)),
    knows: (value) =>
      roles.has(value) ||
      roleOfPort(value) !== undefined ||
      endpoints.some(({ host }) => host !== undefined && sameHost(host, value)),
    roleOf,
  }
}

/** Finds the service that words name, where there are several to tell apart; of two, the longer name. */
export function serviceFinder(canon: Canon | undefined): (words: string) => string | undefined {
  const names = (canon?.services ?? []).flatMap(({ id, names: own }) =>
    own.map((name) => ({ id, name: name.toLowerCase() })),
  )
  if ((canon?.services.length ?? 0) < 2 || names.length === 0) return () => undefined
  const ordered = names.sort((a, b) => b.name.length - a.name.length)
  return (words) => {
    const lower = words.toLowerCase()
    return ordered.find(({ name }) => holdsWord(lower, name))?.id
  }
}

function holdsWord(words: string, name: string): boolean {
  const at = words.indexOf(name)
  if (at < 0) return false
  return !/[\p{L}\p{N}]$/u.test(words.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(words.slice(at + name.length))
}
