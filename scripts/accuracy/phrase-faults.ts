import { contentEdits, contentOf } from '../../src/l10n/content.ts'
import { inlinesOf } from '../../src/l10n/inline.ts'
import { codeFaults, contentOfPhrase, phraseOf } from '../../src/l10n/phrase.ts'
import type { Facts } from '../../src/markdown/facts.ts'
import { applyEdits } from '../../src/text/edit.ts'

/** What goes wrong when the segments of a text are made into phrases and back. */
export function* phraseFaults(facts: Facts, text: string): Iterable<string> {
  const inlines = inlinesOf(facts, text)
  for (const segment of facts.segments) {
    const place = `a ${segment.kind} at ${segment.range.start}`
    const phrase = phraseOf(segment, inlines, text)
    const content = contentOfPhrase(phrase)
    if (content !== contentOf(segment, text).text) yield `${place}: its content is another`
    if (applyEdits(text, contentEdits(segment, content, text)) !== text) yield `${place}: the text is another`
    // As one line, all of it is put in anew: the words must come out the same but for their line ends.
    const flat = applyEdits(text, contentEdits(segment, content.replaceAll('\n', ' '), text))
    const size = flat.length - text.length + (segment.range.end - segment.range.start)
    const words = flat.slice(segment.range.start, segment.range.start + size)
    if (words !== content.replaceAll('\n', ' ')) yield `${place}: as one line it is another`
    for (const fault of codeFaults(phrase.text, phrase.codes)) yield `${place}: ${fault}`
  }
}
