import { useEffect, useRef, useState } from 'preact/hooks'
import { lastChange, loadView } from './connection.ts'
import { useStore } from './store.ts'

/** A view as far as it is there. */
export interface Loaded<View> {
  readonly view: View | undefined
  readonly trouble: string | undefined
}

/** A view of the server, asked for again at every change; the old one stays, with what has the focus in it, until the new one is there. */
export function useView<View>(name: string, query: Readonly<Record<string, string>>): Loaded<View> {
  const key = `${name}?${new URLSearchParams(query).toString()}`
  const [loaded, setLoaded] = useState<Loaded<View> & { key: string }>({
    key,
    view: undefined,
    trouble: undefined,
  })
  const { version } = useStore(lastChange)
  const asked = useRef(0)
  useEffect(() => {
    const turn = ++asked.current
    loadView(name, query).then(
      (view) => {
        if (turn === asked.current) setLoaded({ key, view: view as View, trouble: undefined })
      },
      (error: unknown) => {
        if (turn !== asked.current) return
        const trouble = error instanceof Error && !(error instanceof TypeError) ? error.message : undefined
        setLoaded((was) => ({ key, view: was.key === key ? was.view : undefined, trouble }))
      },
    )
  }, [key, version])
  return loaded
}
