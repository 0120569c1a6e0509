/** A map of bounded size: what was asked for last stays, the rest is made again when it is wanted. */
export class Recent<Key, Value> {
  readonly #values = new Map<Key, Value>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  /** The value of a key, made where it is not there. */
  getOr(key: Key, make: () => Value): Value {
    const known = this.#values.get(key)
    const value = known ?? make()
    if (known !== undefined) this.#values.delete(key)
    this.#values.set(key, value)
    if (this.#values.size > this.#most) {
      for (const [oldest] of this.#values) {
        this.#values.delete(oldest)
        break
      }
    }
    return value
  }
}
