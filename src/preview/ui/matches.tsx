import type { VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { SideView } from '../beside-view.ts'
import type { MatchesView, MatchView } from '../match-view.ts'
import type { UnitView } from '../translate-view.ts'
import { ChangedWords, PhraseText } from './phrase-text.tsx'
import { useView } from './use-view.ts'

const kindNames: Readonly<Record<MatchView['kind'], string>> = {
  context: 'same place',
  exact: 'same words',
  numbers: 'same but for numbers and spaces',
  fuzzy: 'alike',
}

interface MatchesProps {
  readonly unit: UnitView
  readonly path: string
  readonly source: SideView
  readonly target: SideView
  /** Puts the words of a match where the translation is. */
  readonly take: (words: string) => void
}

/** What the guides have translated before that is like a segment; a click or Alt and its number takes it. */
export function Matches({ unit, path, source, target, take }: MatchesProps): VNode | null {
  const { view } = useView<MatchesView>('matches', { path, unit: unit.id })
  const latest = useRef({ view, take })
  latest.current = { view, take }
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return
      const number = /^Digit([1-9])$/.exec(event.code)?.[1]
      const match = latest.current.view?.matches[Number(number ?? 0) - 1]
      if (!match) return
      event.preventDefault()
      latest.current.take(match.words)
    }
    addEventListener('keydown', press)
    return () => {
      removeEventListener('keydown', press)
    }
  }, [])
  return (
    <section
      class="matches"
      aria-label="Translated before"
      aria-busy={view === undefined}
      lang="en"
      dir="ltr"
    >
      <p class="matches-sum" role="status">
        {view
          ? view.matches.length === 0
            ? 'Nothing alike was translated before.'
            : 'Translated before'
          : 'Looking for what was translated before…'}
      </p>
      {view?.matches.map((match, index) => (
        <Match
          key={`${match.guide ?? ''} ${match.words}`}
          match={match}
          number={index + 1}
          unit={unit}
          source={source}
          target={target}
          take={() => {
            take(match.words)
          }}
        />
      ))}
    </section>
  )
}

interface MatchProps {
  readonly match: MatchView
  readonly number: number
  readonly unit: UnitView
  readonly source: SideView
  readonly target: SideView
  readonly take: () => void
}

function Match({ match, number, unit, source, target, take }: MatchProps): VNode {
  const { percent, kind, guide, difference, words } = match
  const { codes } = unit.source
  return (
    <button
      type="button"
      class={`match ${kind}`}
      aria-keyshortcuts={`Alt+${number}`}
      onMouseDown={(event) => {
        event.preventDefault()
      }}
      onClick={take}
    >
      <span class="match-head">
        <span class="score">{percent} %</span> <span>{kindNames[kind]}</span>
        {guide !== undefined && <bdi class="from">{guide}</bdi>}
        <kbd aria-hidden="true">Alt+{number}</kbd>
      </span>
      {kind === 'fuzzy' && (
        <span class="match-source" lang={source.language} dir={source.direction}>
          <ChangedWords stretches={difference} codes={codes} />
        </span>
      )}
      <span class="match-words" lang={target.language} dir={target.direction}>
        <PhraseText phrase={{ text: words, codes }} />
      </span>
    </button>
  )
}
