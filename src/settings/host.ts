/** A name of letters, digits and hyphens between dots; a provider's placeholder may stand for parts of it. */
const hostPattern =
  /^(?=.{1,253}$)(?:(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?|%EMAIL(?:DOMAIN|LOCALPART)%)(?:\.(?!$)|$))+$/u

/** Whether a word is the name of a host: `ssl0.ovh.net`, `mail.%EMAILDOMAIN%`. */
export function isHost(word: string): boolean {
  return hostPattern.test(word)
}

/** Ends of domains that are no country's; others have to stand in the settings file. */
const generic =
  /^(?:com|net|org|info|biz|edu|gov|mil|int|name|pro|arpa|cloud|email|online|site|website|host|hosting|network|systems|solutions|services|company|group|agency|digital|support|tech|store|shop|app|dev|page|world|xyz|local|lan|internal|corp|home|localdomain|example|test|invalid|localhost|xn--[a-z\d-]+)$/

/** Ends of files that are countries, too: `README.md`. */
const files = /^[^.]+\.(?:cc|md|mk|ml|pl|ps|py|rs|sh|so)$/

/** Whether a word with dots in a text is likely to be a host, and no file or name of a program's: `Astro.props`. */
export function looksLikeHost(word: string): boolean {
  const lower = word.toLowerCase()
  const end = endOf(lower)
  return (
    !/\p{Ll}\p{Lu}/u.test(word) &&
    !files.test(lower) &&
    (/^[a-z]{2}$/.test(end) ? !programs.has(end) : generic.test(end))
  )
}

/** `net` of `ssl0.ovh.net` */
export function endOf(host: string): string {
  return host.replace(/\.$/, '').split('.').at(-1)?.toLowerCase() ?? ''
}

/** Ends of two letters that are no country's. */
const programs: ReadonlySet<string> = new Set(['js', 'ts', 'db', 'go', 'hs', 'vb', 'ui'])

const examples = /(?:^|\.)(?:example\.(?:com|net|org)|example|invalid|localhost|test)$/i

/** Whether a host is in a domain that documents use for examples alone (RFC 2606). */
export function isExampleHost(host: string): boolean {
  return examples.test(host)
}
