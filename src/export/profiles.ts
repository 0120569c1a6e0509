import { exportAutoconfig } from '../settings/autoconfig.ts'
import type { Service } from '../settings/canon.ts'
import { exportMobileconfig } from '../settings/mobileconfig.ts'
import { serviceOfGuide } from '../settings/service.ts'
import { outputPath, type Exporter } from './output.ts'

/** Settings that Thunderbird takes. */
export const autoconfig: Exporter = profile('autoconfig', {
  extension: 'autoconfig.xml',
  summary: 'the settings of the guide’s service for Thunderbird',
  write: exportAutoconfig,
})

/** Settings that devices of Apple take. */
export const mobileconfig: Exporter = profile('mobileconfig', {
  extension: 'mobileconfig',
  summary: 'the settings of the guide’s service for iPhone, iPad and Mac',
  write: exportMobileconfig,
})

interface Form {
  readonly extension: string
  readonly summary: string
  readonly write: (service: Service) => { readonly text: string } | { readonly problem: string }
}

/** The settings of each guide's service, beside the guide; products and lists of guides teach no settings. */
function profile(format: string, { extension, summary, write }: Form): Exporter {
  return {
    format,
    summary,
    *files({ pages, canon, tools }) {
      if (!canon) return
      const refused = new Set<Service>()
      let served = 0
      for (const page of pages) {
        const service =
          page.type === 'guide' ? serviceOfGuide(canon, page.guide, page.serviceName) : undefined
        if (!service) continue
        served++
        const written = write(service)
        if ('text' in written) yield { path: outputPath(page, extension), data: written.text }
        else if (!refused.has(service)) {
          refused.add(service)
          tools.tell(canon.path, written.problem)
        }
      }
      if (served === 0)
        tools.tell(
          canon.path,
          'Unexpected guides that no service claims, expected one in `guides` of a service',
        )
    },
  }
}
