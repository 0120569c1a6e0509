import { answerJobs } from '../io/worker-thread.ts'
import { NearSighted, type GuideJob, type NearSetup } from './near.ts'
import { packSights } from './packed-sights.ts'

/** Looks at guides in a thread of its own. */
answerJobs(async (setup) => {
  const sighted = await NearSighted.open(setup as NearSetup)
  return async (jobs) => {
    const sights = []
    for (const job of jobs as readonly GuideJob[]) sights.push(await sighted.look(job))
    const answer = packSights(sights)
    return { answer, transfer: [answer.facts] }
  }
})
