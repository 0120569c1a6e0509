import type { VNode } from 'preact'
import type { ContradictionView, EndpointView, SettingsView, ValueView } from '../settings-view.ts'
import { Glyph } from './glyph.tsx'
import { hashOf } from './route.ts'
import { Trouble } from './trouble.tsx'
import { useView } from './use-view.ts'
import { Waiting } from './waiting.tsx'
import { counted, Words } from './words.tsx'

/** The settings that are true, and where each locale states them; contradictions first. */
export function SettingsPage(): VNode {
  const { view, trouble } = useView<SettingsView>('settings', {})
  if (!view) return <Waiting trouble={trouble} />
  const { contradictions, services, locales, path } = view
  return (
    <main id="main" class="settings" tabIndex={-1}>
      <h1>Settings</h1>
      <Trouble words={view.trouble} />
      <Trouble words={trouble} />
      <h2>
        {contradictions.length === 0 ? 'No contradictions' : counted(contradictions.length, 'contradiction')}
      </h2>
      {contradictions.length > 0 && (
        <ul class="contradictions">
          {contradictions.map((each) => (
            <Contradiction
              key={`${each.path} ${each.start} ${each.ruleId} ${each.reason}`}
              contradiction={each}
            />
          ))}
        </ul>
      )}
      {path === undefined && (
        <p class="note">
          There is no settings file: see <code>settings</code> in the config.
        </p>
      )}
      {services.map(({ name, endpoints }) => (
        <section key={name}>
          <h2>{name}</h2>
          <div class="scroll" tabIndex={0} role="group" aria-label={`${name} by locale`}>
            <table>
              <thead>
                <tr>
                  <th scope="col">Value</th>
                  {locales.map((locale) => (
                    <th key={locale} scope="col">
                      {locale}
                    </th>
                  ))}
                </tr>
              </thead>
              {endpoints.map((endpoint) => (
                <EndpointRows key={endpoint.name} endpoint={endpoint} locales={locales} />
              ))}
            </table>
          </div>
        </section>
      ))}
    </main>
  )
}

function Contradiction({ contradiction }: { readonly contradiction: ContradictionView }): VNode {
  const { path, line, start, severity, ruleId, reason } = contradiction
  return (
    <li>
      <Glyph sign={severity} />
      <span dir="auto">
        <Words text={reason} />
      </span>
      <small>
        <a href={hashOf({ view: 'page', path, at: start })}>
          {path}:{line}
        </a>{' '}
        {ruleId}
      </small>
    </li>
  )
}

interface EndpointRowsProps {
  readonly endpoint: EndpointView
  readonly locales: readonly string[]
}

function EndpointRows({ endpoint: { name, values }, locales }: EndpointRowsProps): VNode {
  return (
    <tbody>
      {values.map((value, index) => (
        <tr key={`${value.kind} ${value.value} ${value.security ?? ''}`} class={index === 0 ? 'first' : ''}>
          <th scope="row">
            <span class="endpoint">{index === 0 ? name : ''}</span>
            <span class="unseen">{index === 0 ? '' : name} </span>
            <code>{value.value}</code>
            {value.security !== undefined && <small>{value.security}</small>}
          </th>
          {locales.map((locale, column) => (
            <td key={locale}>
              <Stated value={value} column={column} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}

function Stated({ value, column }: { readonly value: ValueView; readonly column: number }): VNode {
  const places = value.stated[column] ?? []
  const [first] = places
  if (!first) {
    return (
      <span class="never">
        <Glyph sign="missing" />
        <span class="unseen">nowhere</span>
      </span>
    )
  }
  return (
    <a
      href={hashOf({ view: 'source', path: first.path, at: first.start })}
      title={places.map(({ path, line }) => `${path}:${line}`).join('\n')}
    >
      {counted(places.length, 'place')}
    </a>
  )
}
