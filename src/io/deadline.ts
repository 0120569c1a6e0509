/** A machine that gives so little of its time is not waited for. */
const mostWaits = 10

/**
 * Calls `late` where the program has worked for some milliseconds and this long has gone by; gives what ends the wait.
 * The processor's time is counted, not the clock's: on a busy machine that one says nothing of how much was done.
 * What other threads do counts, too, for a thread's own time cannot be asked for from outside.
 */
export function deadlineAfter(milliseconds: number, late: (spent: number) => void): () => void {
  const [started, before] = [performance.now(), process.cpuUsage()]
  const look = (): void => {
    const { user, system } = process.cpuUsage(before)
    const spent = (user + system) / 1000
    const waited = performance.now() - started
    if (spent >= milliseconds || waited >= mostWaits * milliseconds)
      // What came in time may not be heard yet, where this thread had other things to do.
      turn = setImmediate(late, Math.max(spent, milliseconds))
    else timer = setTimeout(look, Math.max(milliseconds - spent, milliseconds / 20))
  }
  let timer = setTimeout(look, milliseconds)
  let turn: NodeJS.Immediate | undefined
  return () => {
    clearTimeout(timer)
    clearImmediate(turn)
  }
}
