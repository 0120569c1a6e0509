import type { VNode } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { checkTranslation } from '../../l10n/check/index.ts'
import type { Glossary } from '../../l10n/glossary.ts'
import type { SideView } from '../beside-view.ts'
import type { UnitView } from '../translate-view.ts'
import { isCopy } from './connection.ts'
import { draftOf, keepDraft, type Draft } from './draft.ts'
import { Glyph, type Sign } from './glyph.tsx'
import { Matches } from './matches.tsx'
import { PhraseEditor } from './phrase-editor.tsx'
import { ChangedWords, PhraseText } from './phrase-text.tsx'
import { counted, Words } from './words.tsx'

interface UnitRowProps {
  readonly unit: UnitView
  readonly source: SideView
  readonly target: SideView
  readonly glossary: Glossary | undefined
  readonly isOpen: boolean
  readonly open: () => void
  /** Goes on without saving. */
  readonly leave: () => void
  /** True where it was saved. */
  readonly save: (words: string) => Promise<boolean>
}

const signs: Readonly<Record<UnitView['state'], Sign>> = {
  untranslated: 'untranslated',
  fuzzy: 'fuzzy',
  translated: 'complete',
}

/** One segment: the source's words, and those of the target to read or to write. */
export function UnitRow(props: UnitRowProps): VNode {
  const { unit, source, target, isOpen, open, leave, save } = props
  const now = unit.target?.text ?? ''
  const [draft, setDraft] = useState<Draft | undefined>(() =>
    isCopy ? undefined : draftOf(target.path, unit.id),
  )
  /** What stood there before a match was taken. */
  const [replaced, setReplaced] = useState<string>()
  const row = useRef<HTMLDivElement>(null)
  // At once: a page that is left in the same frame has it.
  useLayoutEffect(() => {
    if (!isCopy) keepDraft(target.path, unit.id, draft)
  }, [draft])
  // Who leaves a segment goes on from there, unless the focus is elsewhere already.
  const wasOpen = useRef(isOpen)
  useLayoutEffect(() => {
    if (wasOpen.current && !isOpen && document.activeElement === document.body)
      row.current?.querySelector<HTMLElement>('.words-button')?.focus({ preventScroll: true })
    wasOpen.current = isOpen
  }, [isOpen])
  const words = draft?.words ?? now
  const isMovedOn = draft !== undefined && draft.base !== now && draft.words !== now
  const problems = isOpen || draft ? problemsOf(words, props) : []
  const type = (next: string): void => {
    setDraft(next === now ? undefined : { words: next, base: draft?.base ?? now })
  }
  const saveWords = async (): Promise<void> => {
    if (!(await save(words))) return
    setReplaced(undefined)
    setDraft(undefined)
  }
  const write = (next: string, before: string | undefined): void => {
    setReplaced(before)
    type(next)
    row.current?.querySelector<HTMLElement>('.phrase-box')?.focus()
  }
  const take = (next: string): void => {
    if (next !== words) write(next, words)
  }
  const hasPlace = unit.target !== undefined
  return (
    <div
      ref={row}
      class={`unit ${signs[unit.state]}${isOpen ? ' opened' : ''}${draft ? ' drafted' : ''}`}
      data-unit={unit.id}
      onKeyDown={(event) => {
        if (!isOpen) return
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          void saveWords()
        } else if (event.key === 'Escape') leave()
      }}
    >
      <div class="part" lang={source.language} dir={source.direction}>
        <div class={`words ${unit.kind}`}>
          {unit.change ? (
            <ChangedWords stretches={unit.change} codes={unit.source.codes} />
          ) : (
            <PhraseText phrase={unit.source} />
          )}
        </div>
      </div>
      <div class="joint" title={unit.state}>
        <Glyph sign={signs[unit.state]} />
        <span class="unseen">{unit.state}</span>
      </div>
      <div class="part">
        {!hasPlace && (
          <p class="note">
            The document has no place for it yet: <code>hexapla sync</code> makes one.
          </p>
        )}
        {hasPlace && isCopy && (
          <div class={`words ${unit.kind}`} lang={target.language} dir={target.direction}>
            <PhraseText phrase={{ text: now, codes: unit.source.codes }} />
          </div>
        )}
        {hasPlace && !isOpen && !isCopy && (
          <button
            type="button"
            class="words-button"
            lang={target.language}
            dir={target.direction}
            onClick={open}
          >
            <span class={`words ${unit.kind}`}>
              <PhraseText phrase={{ text: words, codes: unit.source.codes }} />
            </span>
            {draft && <span class="tag">not saved</span>}
          </button>
        )}
        {hasPlace && isOpen && (
          <>
            <PhraseEditor
              words={words}
              source={unit.source}
              label={`Translation of: ${unit.source.text}`}
              language={target.language}
              direction={target.direction}
              change={type}
            />
            {isMovedOn && (
              <div class="moved-on" role="alert">
                <p>The file has changed meanwhile. It now says:</p>
                <blockquote lang={target.language} dir={target.direction}>
                  <PhraseText phrase={{ text: now, codes: unit.source.codes }} />
                </blockquote>
                <button
                  type="button"
                  class="small"
                  onClick={() => {
                    setDraft(undefined)
                  }}
                >
                  Take that
                </button>
                <button
                  type="button"
                  class="small"
                  onClick={() => {
                    setDraft({ words, base: now })
                  }}
                >
                  Keep mine
                </button>
              </div>
            )}
            <Aids unit={unit} problems={problems} />
            <div class="unit-actions">
              <button
                type="button"
                class="small strong"
                disabled={isMovedOn || problems.some(({ severity }) => severity === 'error')}
                onClick={() => void saveWords()}
              >
                Save
              </button>
              <button
                type="button"
                class="small quiet"
                onClick={() => {
                  setReplaced(undefined)
                  setDraft(undefined)
                  leave()
                }}
              >
                Discard
              </button>
              {replaced !== undefined && (
                <button
                  type="button"
                  class="small quiet"
                  onClick={() => {
                    write(replaced, undefined)
                  }}
                >
                  Back to what stood there
                </button>
              )}
              <small>Ctrl+Enter saves and goes on</small>
            </div>
          </>
        )}
      </div>
      {isOpen && hasPlace && (
        <Matches unit={unit} path={target.path} source={source} target={target} take={take} />
      )}
    </div>
  )
}

type Problems = ReturnType<typeof checkTranslation>

function problemsOf(words: string, { unit, source, target, glossary }: UnitRowProps): Problems {
  return checkTranslation({
    source: unit.source,
    target: { text: words, codes: unit.source.codes },
    languages: { source: source.language, target: target.language },
    locales: { source: source.locale ?? '', target: target.locale ?? '' },
    ...(glossary && { glossary }),
  })
}

function Aids({ unit, problems }: { readonly unit: UnitView; readonly problems: Problems }): VNode {
  return (
    <>
      <ul class="problems" aria-live="polite" aria-label={counted(problems.length, 'problem')}>
        {problems.map(({ check, severity, reason }) => (
          <li key={`${check} ${reason}`}>
            <Glyph sign={severity} />
            <span>
              <Words text={reason} />
            </span>
          </li>
        ))}
      </ul>
      {unit.terms.length > 0 && (
        <dl class="terms" aria-label="Glossary">
          {unit.terms.map((term) => (
            <div key={term.source}>
              <dt>{term.source}</dt>
              <dd>{term.target}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
