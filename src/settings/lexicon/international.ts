import type { Lexicon } from './lexicon.ts'

/** Words that programs show in every language; none of them means something else in one. */
export const international: Lexicon['read'] = {
  incoming: ['incoming', 'inbound'],
  outgoing: ['outgoing', 'outbound'],
  server: ['server', 'servers', 'hostname', 'host name'],
  port: ['port', 'ports'],
  encryption: ['encryption', 'connection security'],
  on: ['enabled'],
  off: ['disabled'],
  yes: ['yes'],
  no: [],
  without: [],
  none: ['none'],
  plain: ['unencrypted', 'plaintext', 'cleartext'],
  encrypted: ['encrypted'],
  not: [],
  or: [],
  and: [],
  example: [],
  identity: ['username', 'user name', 'password', 'authentication', 'email address', 'account name'],
}
