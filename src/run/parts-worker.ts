import { FactsReader } from '../io/facts-reader.ts'
import { answerJobs } from '../io/worker-thread.ts'
import { partLineAt, type PartLine, type PartsSetup } from './part-lines.ts'

/** Reads documents into parts in a thread of its own. */
answerJobs(async (setup) => {
  const { root, config } = setup as PartsSetup
  const reader = await FactsReader.open(config)
  return async (paths) => {
    const answer: PartLine[] = []
    for (const path of paths as readonly string[]) answer.push(await partLineAt(path, root, reader))
    return { answer, transfer: [] }
  }
})
