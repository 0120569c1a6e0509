import { MessageChannel } from 'node:worker_threads'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { deadlineAfter } from '../../src/io/deadline.ts'

/** What the processor has done for the program, in microseconds. */
let worked = 0

function watch(milliseconds: number): { readonly late: number[]; readonly end: () => void } {
  worked = 0
  vi.spyOn(process, 'cpuUsage').mockImplementation((before) => ({
    user: worked - (before?.user ?? 0),
    system: 0,
  }))
  const late: number[] = []
  return { late, end: deadlineAfter(milliseconds, (spent) => late.push(spent)) }
}

afterEach(() => vi.restoreAllMocks())

test('a machine that is busy with other things does not make a text late', async () => {
  const { late, end } = watch(100)
  await pause(300)
  expect(late).toEqual([])
  worked = 120_000
  await pause(300)
  expect(late).toEqual([120])
  end()
})

test('what does nothing at all is late in the end', async () => {
  const { late } = watch(20)
  await pause(600)
  expect(late).toEqual([20])
})

test('an answer in time ends the wait', async () => {
  const { late, end } = watch(50)
  worked = 60_000
  end()
  await pause(150)
  expect(late).toEqual([])
})

test('an answer that came while this thread was busy is in time', async () => {
  const { port1, port2 } = new MessageChannel()
  const { late, end } = watch(20)
  port1.once('message', end)
  port2.postMessage('done')
  worked = 60_000
  const busy = performance.now() + 50
  while (performance.now() < busy);
  await pause(50)
  expect(late).toEqual([])
  port1.close()
})
