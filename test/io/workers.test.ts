import { expect, test } from 'vitest'
import { inThreads } from '../../src/io/workers.ts'

test.each([
  ['ERR_WORKER_OUT_OF_MEMORY', 'it ran out of memory'],
  ['exit', 'exit code 7'],
])('a thread that is lost by %s ends the run with what to do', async (data, why) => {
  const answers = inThreads([1, 2, 3], { name: 'lost-thread', beside: import.meta.url, count: 2, data })
  await expect(answers[Symbol.asyncIterator]().next()).rejects.toThrow(
    `Unexpected end of a thread that reads documents (${why}), expected more memory for it: \`NODE_OPTIONS=`,
  )
})

test('what else is wrong in a thread is told as it is', async () => {
  const answers = inThreads([1], { name: 'lost-thread', beside: import.meta.url, count: 1, data: 'ERR_X' })
  await expect(answers[Symbol.asyncIterator]().next()).rejects.toThrow('Worker terminated')
})
