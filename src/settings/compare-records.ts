import { anyOf, type Contradiction } from './contradiction.ts'
import { endpointsFor, sameHost, type Yardstick } from './endpoints.ts'
import { isExampleHost } from './host.ts'
import { meaningOfSrv, type SrvRecord } from './record.ts'

/** Zone lines whose service and port, or host, do not belong together. */
export function recordContradictions(records: readonly SrvRecord[], yardstick: Yardstick): Contradiction[] {
  return records.flatMap((record): Contradiction[] => {
    const meaning = meaningOfSrv(record.service)
    if (!meaning || record.host === '') return []
    const { protocol, security } = meaning
    const own = endpointsFor({ protocol }, yardstick)
    const ports = own.flatMap((endpoint) => endpoint.ports.filter((port) => port.security === security))
    const numbers = [...new Set(ports.map(({ number }) => number))]
    const found = String(record.port)
    const [number] = numbers
    const wrongPort: Contradiction[] =
      numbers.length === 0 || numbers.includes(found)
        ? []
        : [
            {
              kind: 'value',
              range: record.portRange,
              actual: found,
              reason: `Unexpected port \`${found}\` for \`_${record.service}\`, expected ${anyOf(numbers)}`,
              ...(numbers.length === 1 && number !== undefined && { answer: number }),
              isSafe: yardstick.canon !== undefined,
              places: ports.flatMap(({ range }) =>
                range
                  ? [{ range, reason: `\`${protocol}\` has ${found}`.replace(found, numbers.join(', ')) }]
                  : [],
              ),
              others: [{ range: record.serviceRange, reason: `\`_${record.service}\` stands here` }],
            },
          ]
    return [...wrongPort, ...wrongHost(record, own)]
  })
}

function wrongHost(record: SrvRecord, own: ReturnType<typeof endpointsFor>): Contradiction[] {
  const hosts = [...new Set(own.flatMap(({ host }) => host ?? []))]
  const [host] = hosts
  const isOfOthers = isExampleHost(record.host) && !hosts.some(isExampleHost)
  if (hosts.length === 0 || isOfOthers || hosts.some((each) => sameHost(each, record.host))) return []
  return [
    {
      kind: 'value',
      range: record.hostRange,
      actual: record.host,
      reason: `Unexpected host \`${record.host}\` for \`_${record.service}\`, expected ${anyOf(hosts)}`,
      ...(hosts.length === 1 && host !== undefined && { answer: host }),
      isSafe: true,
      places: own.flatMap(({ name, host: at, hostRange }) =>
        hostRange && at !== undefined ? [{ range: hostRange, reason: `\`${name}\` is at ${at}` }] : [],
      ),
      others: [],
    },
  ]
}
