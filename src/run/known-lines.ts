import type { Message } from '../lint/message.ts'
import type { Depths, DocumentDepths, Known, KnownDocument, KnownGuide } from './known.ts'

/** A message, or its place among those that are heard of its document. */
type Told = Message | number

/** Depths in which no message is written twice. */
type BriefDepths = Omit<DocumentDepths, 'near' | 'far'> & {
  readonly near: readonly Told[]
  readonly far: Omit<DocumentDepths['far'], 'messages'> & { readonly messages: readonly Told[] }
}

/** What stands on the first line. */
type Head = Pick<Known, 'shape' | 'slugs' | 'others' | 'generation'> & {
  readonly guides: readonly (readonly [string, KnownGuide])[]
  /** How many lines hold documents; as many hold their depths. */
  readonly lines: number
}

/** So many documents share a line. */
const documentsPerLine = 500

/** What is known as lines of JSON: first what every run needs, then what is needed where something has changed. */
export function* linesOf(known: Known): Iterable<string> {
  const { shape, slugs, others, generation } = known
  const documents = [...known.documents.values()]
  const depths = known.depths()
  const lines = Math.ceil(documents.length / documentsPerLine)
  const head: Head = {
    shape,
    slugs,
    others,
    ...(generation !== undefined && { generation }),
    guides: [...depths.guides],
    lines,
  }
  yield JSON.stringify(head)
  const chunks = Array.from({ length: lines }, (_, line) =>
    documents.slice(line * documentsPerLine, (line + 1) * documentsPerLine),
  )
  for (const chunk of chunks) yield JSON.stringify(chunk)
  for (const chunk of chunks) {
    yield JSON.stringify(
      chunk.flatMap(({ path, heard }) => {
        const deep = depths.documents.get(path)
        return deep ? brief(deep, heard) : []
      }),
    )
  }
}

/** What such lines say. */
export function knownIn(lines: readonly Buffer[]): Known | undefined {
  const parsed = (index: number): unknown => JSON.parse(String(lines[index]))
  const { lines: count, guides, ...head } = parsed(0) as Head
  const documents = new Map<string, KnownDocument>()
  for (let line = 1; line <= count; line++) {
    for (const document of parsed(line) as KnownDocument[]) documents.set(document.path, document)
  }
  let depths: Depths | undefined
  const depthsIn = (): Depths => {
    const all: BriefDepths[] = []
    for (let line = count + 1; line <= 2 * count; line++) all.push(...(parsed(line) as BriefDepths[]))
    const deep = Array.from(documents.values(), ({ path, heard }, index) => {
      const told = all[index]
      return told ? ([[path, full(told, heard)]] as const) : []
    })
    return { documents: new Map(deep.flat()), guides: new Map(guides) }
  }
  return { ...head, documents, depths: () => (depths ??= depthsIn()) }
}

function brief(deep: DocumentDepths, heard: readonly Message[]): BriefDepths {
  const told = (message: Message): Told => {
    const index = heard.indexOf(message)
    return index < 0 ? message : index
  }
  return { ...deep, near: deep.near.map(told), far: { ...deep.far, messages: deep.far.messages.map(told) } }
}

function full(deep: BriefDepths, heard: readonly Message[]): DocumentDepths {
  const message = (told: Told): readonly Message[] =>
    typeof told === 'number' ? heard.slice(told, told + 1) : [told]
  return {
    ...deep,
    near: deep.near.flatMap(message),
    far: { ...deep.far, messages: deep.far.messages.flatMap(message) },
  }
}
