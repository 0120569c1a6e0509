import type { VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Phrase } from '../../l10n/phrase.ts'
import { markupOf } from './phrase-text.tsx'
import { chipWords, phraseParts } from './phrase-parts.ts'

interface PhraseEditorProps {
  readonly words: string
  /** Whose markup there is to set. */
  readonly source: Phrase
  readonly label: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly change: (words: string) => void
}

/** Words to write, with chips for markup that can be moved or taken out, but never broken. */
export function PhraseEditor(props: PhraseEditorProps): VNode {
  const { words, source, label, language, direction, change } = props
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (!element || wordsIn(element) === words) return
    fill(element, words, source)
    if (document.activeElement === element) toTheEnd(element)
  }, [words, source])
  // Not an effect after the next frame: a caret that moves then goes away from what was begun meanwhile.
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    element.focus()
    toTheEnd(element)
  }, [])
  const insert = (nodes: readonly Node[]): void => {
    const element = box.current
    const selection = getSelection()
    if (!element || !selection) return
    if (!element.contains(selection.anchorNode)) toTheEnd(element)
    const range = selection.getRangeAt(0)
    range.deleteContents()
    for (const node of [...nodes].reverse()) range.insertNode(node)
    range.collapse(false)
    change(wordsIn(element))
    element.focus()
  }
  const signs = phraseParts(source.text).flatMap((part) => (part.kind === 'sign' ? [part.sign] : []))
  return (
    <div class="phrase-editor">
      <div
        ref={box}
        class="phrase-box"
        role="textbox"
        aria-multiline="true"
        aria-label={label}
        contentEditable
        spellcheck
        lang={language}
        dir={direction}
        onInput={({ currentTarget }) => {
          change(wordsIn(currentTarget))
        }}
        onPaste={(event) => {
          event.preventDefault()
          const text = event.clipboardData?.getData('text/plain') ?? ''
          insert([document.createTextNode(text.replace(/\s*\n\s*/g, ' '))])
        }}
        onBeforeInput={(event) => {
          // Bold and the like would be markup that no document has.
          if (event.inputType.startsWith('format')) event.preventDefault()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
          event.preventDefault()
          if (words.includes('\n') || source.text.includes('\n')) insert([document.createTextNode('\n')])
        }}
      />
      {signs.length > 0 && (
        <div class="signs" role="group" aria-label="Markup of the source">
          {signs.map((sign) => (
            <button
              key={sign}
              type="button"
              class={words.includes(sign) ? 'sign' : 'sign missing'}
              title={markupOf(sign, source.codes)}
              onMouseDown={(event) => {
                event.preventDefault()
              }}
              onClick={() => {
                if (!words.includes(sign)) insert([chipOf(sign, source)])
              }}
              aria-disabled={words.includes(sign)}
            >
              <span class="unseen">Insert </span>
              <span class="code-chip">{chipWords(sign, source.codes)}</span>
              <code>{markupOf(sign, source.codes)}</code>
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

function chipOf(sign: string, { codes }: Phrase): HTMLElement {
  const chip = document.createElement('span')
  chip.className = 'code-chip'
  chip.contentEditable = 'false'
  chip.dataset.sign = sign
  chip.title = markupOf(sign, codes)
  chip.textContent = chipWords(sign, codes)
  return chip
}

function fill(element: HTMLElement, words: string, source: Phrase): void {
  element.replaceChildren(
    ...phraseParts(words).map((part) =>
      part.kind === 'words' ? document.createTextNode(part.text) : chipOf(part.sign, source),
    ),
  )
}

/** Puts the caret behind all words. */
function toTheEnd(element: HTMLElement): void {
  const selection = getSelection()
  selection?.selectAllChildren(element)
  selection?.collapseToEnd()
}

/** What the box says: chips are their signs, and browsers' own spaces and breaks are plain ones. */
function wordsIn(element: HTMLElement): string {
  const read = (node: Node): string => {
    if (node instanceof HTMLElement && node.dataset.sign !== undefined) return node.dataset.sign
    if (node instanceof HTMLBRElement) return ''
    return node instanceof Text ? node.data : [...node.childNodes].map(read).join('')
  }
  return read(element)
}
