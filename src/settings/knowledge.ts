import type { Canon } from './canon.ts'
import { sameHost, type Yardstick } from './endpoints.ts'
import { roleOfPort, type Role } from './role.ts'
import type { Knowledge } from './stream.ts'

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
  return {
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
