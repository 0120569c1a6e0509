import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'

const themes = ['auto', 'light', 'dark'] as const
type Theme = (typeof themes)[number]

const key = 'hexapla-theme'

function remembered(): Theme {
  try {
    return themes.find((each) => each === localStorage.getItem(key)) ?? 'auto'
  } catch {
    return 'auto'
  }
}

/** Light, dark, or as the system has it. */
export function ThemeChoice(): VNode {
  const [theme, setTheme] = useState<Theme>(remembered())
  useEffect(() => {
    document.documentElement.dataset.theme = theme
    try {
      localStorage.setItem(key, theme)
    } catch {
      // Where nothing may be stored, the choice lasts as long as the page.
    }
  }, [theme])
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto'
  return (
    <button
      type="button"
      class="small quiet theme"
      onClick={() => {
        setTheme(next)
      }}
      aria-label={`Theme: ${theme}. Change to ${next}`}
      title={`Theme: ${theme}`}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.2" class="outline" />
        {theme !== 'light' && <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" />}
        {theme === 'dark' && <path d="M8 1.8a6.2 6.2 0 0 0 0 12.4z" fill="currentColor" />}
      </svg>
    </button>
  )
}
