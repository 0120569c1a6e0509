import { useEffect, useState } from 'preact/hooks'

/** A value that parts of the page look at together. */
export interface Store<Value> {
  readonly get: () => Value
  readonly set: (value: Value) => void
  readonly listen: (call: (value: Value) => void) => () => void
}

/** Makes a store. */
export function storeOf<Value>(first: Value): Store<Value> {
  let value = first
  const listeners = new Set<(value: Value) => void>()
  return {
    get: () => value,
    set: (next) => {
      value = next
      for (const call of listeners) call(next)
    },
    listen: (call) => {
      listeners.add(call)
      return () => listeners.delete(call)
    },
  }
}

/** A store's value, renewed with it. */
export function useStore<Value>(store: Store<Value>): Value {
  const [value, setValue] = useState(store.get())
  useEffect(() => {
    setValue(() => store.get())
    return store.listen((next) => {
      setValue(() => next)
    })
  }, [store])
  return value
}
