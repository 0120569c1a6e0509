/** Which way mail flows; other protocols have none. */
export type Direction = 'incoming' | 'outgoing'

/** How a connection is encrypted: from the first byte, after a command, or not at all. */
export type Security = 'tls' | 'starttls' | 'none'

/** How a text says that a connection is encrypted; `encrypted` leaves open which way. */
export type StatedSecurity = Security | 'encrypted'

/** What is known of a protocol wherever it is spoken. */
export interface Protocol {
  /** As people write it: `IMAP`. */
  readonly title: string
  readonly direction?: Direction
  /** The registered ports. */
  readonly ports: Partial<Readonly<Record<Security, number>>>
  /** The service names of SRV records, without `_` and `._tcp`. */
  readonly srv: Partial<Readonly<Record<Security, string>>>
}

/**
 * Protocols by the names that a settings file uses.
 * @see https://www.rfc-editor.org/rfc/rfc8314 for the ports of mail, https://www.rfc-editor.org/rfc/rfc6186 for its records
 */
export const protocols: Readonly<Record<string, Protocol>> = {
  imap: {
    title: 'IMAP',
    direction: 'incoming',
    ports: { tls: 993, starttls: 143 },
    srv: { tls: 'imaps', starttls: 'imap' },
  },
  pop3: {
    title: 'POP3',
    direction: 'incoming',
    ports: { tls: 995, starttls: 110 },
    srv: { tls: 'pop3s', starttls: 'pop3' },
  },
  smtp: {
    title: 'SMTP',
    direction: 'outgoing',
    ports: { tls: 465, starttls: 587 },
    srv: { tls: 'submissions', starttls: 'submission' },
  },
  http: { title: 'HTTP', ports: { none: 80 }, srv: { none: 'http' } },
  https: { title: 'HTTPS', ports: { tls: 443 }, srv: { tls: 'https' } },
  ftp: { title: 'FTP', ports: { starttls: 21 }, srv: { starttls: 'ftp' } },
  ftps: { title: 'FTPS', ports: { tls: 990 }, srv: { tls: 'ftps' } },
  ssh: { title: 'SSH', ports: { tls: 22 }, srv: { tls: 'ssh' } },
  sftp: { title: 'SFTP', ports: { tls: 22 }, srv: { tls: 'sftp' } },
  caldav: { title: 'CalDAV', ports: { tls: 443 }, srv: { tls: 'caldavs', none: 'caldav' } },
  carddav: { title: 'CardDAV', ports: { tls: 443 }, srv: { tls: 'carddavs', none: 'carddav' } },
  ldap: { title: 'LDAP', ports: { tls: 636, starttls: 389 }, srv: { tls: 'ldaps', starttls: 'ldap' } },
  mysql: { title: 'MySQL', ports: { starttls: 3306 }, srv: { starttls: 'mysql' } },
  xmpp: {
    title: 'XMPP',
    ports: { tls: 5223, starttls: 5222 },
    srv: { tls: 'xmpps-client', starttls: 'xmpp-client' },
  },
}

const otherNames: Readonly<Record<string, string>> = { pop: 'pop3', submission: 'smtp' }

/** The protocol that an endpoint's name tells: `submission` is SMTP; undefined where it tells none. */
export function protocolNamed(name: string): string | undefined {
  const own = Object.hasOwn(otherNames, name) ? otherNames[name] : name
  return own !== undefined && Object.hasOwn(protocols, own) ? own : undefined
}

/** Where a port is registered, for mail alone: 993 is IMAP with TLS. */
export function mailPort(
  port: number,
): { protocol: string; direction: Direction; security: Security } | undefined {
  return mailPorts.get(port)
}

const mailPorts = new Map(
  Object.entries(protocols).flatMap(([protocol, { direction, ports }]) =>
    direction === undefined
      ? []
      : Object.entries(ports).map(([security, port]) => [
          port,
          { protocol, direction, security: security as Security },
        ]),
  ),
)
