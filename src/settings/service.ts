import ignore from 'ignore'
import type { ConfigProblem } from '../corpus/parse-config.ts'
import type { Facts } from '../markdown/facts.ts'
import { nearestOf } from '../text/nearest.ts'
import { serviceNamed, type Canon, type Service } from './canon.ts'

/** The services whose patterns fit a guide's id; a file's only service claims every guide unless it says otherwise. */
function claimants({ services }: Canon, guide: string): Service[] {
  const [only] = services
  if (only && services.length === 1 && only.guides.length === 0) return [only]
  return services.filter(({ guides }) => guides.length > 0 && fits(guides, guide))
}

function fits(patterns: readonly string[], guide: string): boolean {
  return (
    ignore.isPathValid(guide) &&
    ignore()
      .add([...patterns])
      .ignores(guide)
  )
}

/** The service that a guide's front matter names; undefined where it names none. */
export function serviceNameOf({ frontMatter }: Facts): string | undefined {
  return frontMatter?.fields.find(({ key, type }) => key === 'service' && type === 'string')?.value
}

/** The service that a guide speaks of: the one that its front matter names, or the one that claims it. */
export function serviceOfGuide(canon: Canon, guide: string, named: string | undefined): Service | undefined {
  return named === undefined ? claimants(canon, guide)[0] : serviceNamed(canon, named)
}

/** Guides that two services claim: each is told once, at the later claim. */
export function claimProblems(canon: Canon, guides: Iterable<string>): ConfigProblem[] {
  const told = new Map<string, ConfigProblem>()
  for (const guide of guides) {
    const [first, second] = claimants(canon, guide)
    if (!first || !second || told.has(second.id)) continue
    const reason = `Unexpected second service \`${second.id}\` for the guide \`${guide}\`, expected \`${first.id}\` alone`
    told.set(second.id, { path: canon.path, range: second.guidesRange, reason })
  }
  return [...told.values()]
}
/** ``Unexpected service `x`, expected …``: with the nearest known one. */
export function unknownService(id: string, { services }: Canon): string {
  const known = services.map((service) => service.id)
  const near = nearestOf(id, known)
  const expected = near === undefined ? `one of ${known.join(', ')}` : `\`${near}\``
  return `Unexpected service \`${id}\`, expected ${expected}`
}
