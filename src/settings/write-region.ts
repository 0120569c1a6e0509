import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { PhrasingContent, TableCell } from 'mdast'
import type { Endpoint, Port } from './canon.ts'
import type { Wording } from './lexicon/lexicon.ts'
import { protocols, type Security } from './protocol.ts'
import type { Region } from './region.ts'

/** What stands in one cell of a generated table, or on one of its lines. */
export interface Entry {
  readonly kind: 'words' | 'host' | 'port' | 'security'
  readonly text: string
}

/** The table of a region: a head, and a row for each port. */
export function tableFor(region: Region, wording: Wording): Entry[][] {
  const head = [wording.service, wording.server, wording.port, wording.security].map(wordsEntry)
  return [head, ...portsOf(region).map(({ endpoint, port }) => rowFor(endpoint, port, wording))]
}

/** The lines of a region: a block for each port, each line a label and its value. */
export function linesFor(region: Region, wording: Wording): { label: string; value: Entry }[][] {
  const { service, server, port: portLabel, security } = wording
  return portsOf(region).map(({ endpoint, port }) => {
    const [name, host, number, secured] = rowFor(endpoint, port, wording)
    return [
      { label: service, value: name ?? wordsEntry('') },
      { label: server, value: host ?? wordsEntry('') },
      { label: portLabel, value: number ?? wordsEntry('') },
      { label: security, value: secured ?? wordsEntry('') },
    ]
  })
}

function portsOf({ endpoints, securities }: Region): { endpoint: Endpoint; port: Port }[] {
  return endpoints.flatMap((endpoint) =>
    endpoint.ports
      .filter(({ security }) => securities.includes(security))
      .map((port) => ({ endpoint, port })),
  )
}

function rowFor(endpoint: Endpoint, { number, security }: Port, wording: Wording): Entry[] {
  return [
    wordsEntry(nameOf(endpoint, wording)),
    { kind: 'host', text: endpoint.host },
    { kind: 'port', text: String(number) },
    { kind: 'security', text: securityWords(security, wording) },
  ]
}

/** `Incoming mail (IMAP)` */
function nameOf({ protocol, direction }: Endpoint, wording: Wording): string {
  const title = protocols[protocol]?.title ?? protocol
  return direction === undefined ? title : `${wording[direction]} (${title})`
}

/** How programs name a way to encrypt. */
function securityWords(security: Security, wording: Wording): string {
  return { tls: 'SSL/TLS', starttls: 'STARTTLS', none: wording.none }[security]
}

function wordsEntry(text: string): Entry {
  return { kind: 'words', text }
}

/** A region's content as Markdown, without line ends around it. */
export function regionMarkdown(region: Region, wording: Wording): string {
  const options = { extensions: [gfmTableToMarkdown({ tablePipeAlign: false })] }
  if (region.form === 'table') {
    const cells = (row: readonly Entry[]): TableCell[] =>
      row.map((entry) => ({ type: 'tableCell', children: phrasing(entry) }))
    const rows = tableFor(region, wording).map((row) => ({ type: 'tableRow' as const, children: cells(row) }))
    return toMarkdown({ type: 'table', children: rows }, options).trimEnd()
  }
  const paragraphs = linesFor(region, wording).map((lines) => ({
    type: 'paragraph' as const,
    children: lines.flatMap(({ label, value }, index): PhrasingContent[] => [
      ...(index > 0 ? [{ type: 'break' as const }] : []),
      { type: 'text', value: `${label}${wording.colon}` },
      ...phrasing(value),
    ]),
  }))
  return toMarkdown({ type: 'root', children: paragraphs }, options).trimEnd()
}

/** Hosts are code, so that no renderer makes links of them. */
function phrasing({ kind, text }: Entry): PhrasingContent[] {
  return [kind === 'host' ? { type: 'inlineCode', value: text } : { type: 'text', value: text }]
}
