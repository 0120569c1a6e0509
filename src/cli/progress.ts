/** A line on stderr that tells how far a long run is; nothing off a terminal, and nothing in the first moment. */
export interface Progress {
  readonly update: (done: number, all: number) => void
  readonly end: () => void
}

const quietMilliseconds = 400
const betweenMilliseconds = 100

let isSilent = false

/** Shows no progress from here on: the user wants to hear of nothing but what is amiss. */
export function silenceProgress(): void {
  isSilent = true
}

/** Shows progress on a terminal. */
export function progressOn(stream: NodeJS.WriteStream, what: string): Progress {
  if (isSilent || !stream.isTTY) return { update: () => undefined, end: () => undefined }
  let next = performance.now() + quietMilliseconds
  let isShown = false
  return {
    update: (done, all) => {
      const now = performance.now()
      if (now < next) return
      next = now + betweenMilliseconds
      isShown = true
      stream.write(`\r\u001B[K${what} ${done} of ${all}`)
    },
    end: () => {
      if (isShown) stream.write('\r\u001B[K')
    },
  }
}
