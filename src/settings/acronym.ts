import { protocols, type Security, type StatedSecurity } from './protocol.ts'

/** What a name in capitals stands for. */
export type Acronym =
  | { readonly kind: 'protocol'; readonly value: string; readonly security?: Security }
  | { readonly kind: 'cipher'; readonly value: StatedSecurity }

/** Acronyms that mean the same in every language. */
export const acronyms: Readonly<Record<string, Acronym>> = {
  ...Object.fromEntries(
    Object.entries(protocols).map(([value, { title }]): [string, Acronym] => [
      title.toUpperCase(),
      { kind: 'protocol', value },
    ]),
  ),
  IMAP4: { kind: 'protocol', value: 'imap' },
  IMAPS: { kind: 'protocol', value: 'imap', security: 'tls' },
  POP: { kind: 'protocol', value: 'pop3' },
  POPS: { kind: 'protocol', value: 'pop3', security: 'tls' },
  POP3S: { kind: 'protocol', value: 'pop3', security: 'tls' },
  SMTPS: { kind: 'protocol', value: 'smtp', security: 'tls' },
  ESMTP: { kind: 'protocol', value: 'smtp' },
  SSL: { kind: 'cipher', value: 'tls' },
  SSLV3: { kind: 'cipher', value: 'tls' },
  TLS: { kind: 'cipher', value: 'encrypted' },
  STARTTLS: { kind: 'cipher', value: 'starttls' },
}
