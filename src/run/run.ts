import { isAsBefore } from './as-before.ts'
import type { Known } from './known.ts'
import { LostFacts } from './lost-facts.ts'
import { openMemory } from './memory.ts'
import type { RunRequest } from './request.ts'
import { survey, type Survey } from './survey.ts'

/** Lints all documents below a root. What a former run found is looked for again only where it may have changed. */
export async function lintFolder(request: RunRequest, found: Survey = listed(request)): Promise<Known> {
  const memory = openMemory(request)
  const before = memory.load()
  if (before && isQuiet(found, before)) return before
  // What looks at documents takes longer to load than a run that finds nothing to look at.
  const { look } = await import('./look.ts')
  try {
    return await memory.renew(before, (facts) => look(request, found, before, facts))
  } catch (error) {
    if (!(error instanceof LostFacts)) throw error
    return memory.renew(undefined, (facts) => look(request, found, undefined, facts))
  }
}

function listed({ root, config, clock }: RunRequest): Survey {
  const list = (): Survey => survey(root, config)
  return clock ? clock.stage('list the files', list) : list()
}

function isQuiet(found: Survey, before: Known): boolean {
  return found.shape === before.shape && found.documents.every((each) => isAsBefore(each, before, found))
}
