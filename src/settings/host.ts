/** A name of letters, digits and hyphens between dots; a provider's placeholder may stand for parts of it. */
const hostPattern =
  /^(?=.{1,253}$)(?:(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?|%EMAIL(?:DOMAIN|LOCALPART)%)(?:\.(?!$)|$))+$/u

/** Whether a word is the name of a host: `ssl0.ovh.net`, `mail.%EMAILDOMAIN%`. */
export function isHost(word: string): boolean {
  return hostPattern.test(word)
}

const examples = /(?:^|\.)(?:example\.(?:com|net|org)|example|invalid|localhost|test)$/i

/** Whether a host is in a domain that documents use for examples alone (RFC 2606). */
export function isExampleHost(host: string): boolean {
  return examples.test(host)
}
