import { describe, expect, test } from 'vitest'
import type { FixOutcome } from '../../src/lint/fix.ts'
import { applyToBytes, byteFault } from '../support/byte-applier.ts'
import { fixFiles } from '../support/corpus.ts'

const config = `
source: fr-fr
slugs: github
links:
  control panel:
    url: https://www.example.com/panel/
    spellings: [https://www.example.pl/manager/]
`

const french = `---
title: Votre messagerie 📮
---

## Les serveurs

Texte.

## Votre mot de passe

Texte.
`

const path = 'mail/guide.pl-pl.md'

/** A Polish guide with one defect of each kind that has a safe repair, and things that must stay as they are. */
const broken = `---
title: "Poczta 📮: ustawienia"   # uwaga
---

## Część 1: Serwery
Otwórz [panel](https://www.example.pl/manager/). 📱 Koniec wiersza. 

> [!warning]
> - ąę   *tekst*

## Część 2: Hasło

Adres: cały adres
Port:993
Serwer: poczta.example.pl

|Porty|Szyfrowane|
|Przychodzący|993|

Zobacz [ hasło](#votre_messagerie_partie_2_votre_mot_de_passe){.external}, po prostu\tzobacz je.

~~~
## to jest kod 
~~~
<p align=center>Koniec</p>
`

const mended = `---
title: "Poczta 📮: ustawienia"   # uwaga
---

## Część 1: Serwery

Otwórz [panel](https://www.example.com/panel/). 📱 Koniec wiersza.

> [!warning]
> - ąę   *tekst*

## Część 2: Hasło

Adres: cały adres${'  '}
Port:993${'  '}
Serwer: poczta.example.pl

|Porty|Szyfrowane|
|---|---|
|Przychodzący|993|

Zobacz [hasło](#część-2-hasło){.external}, po prostu\tzobacz je.

~~~
## to jest kod${' '}
~~~
<p align=center>Koniec</p>
`

function fixText(text: string): Promise<FixOutcome> {
  return fixFiles({ 'mail/guide.fr-fr.md': french, [path]: text }, { yaml: config })
}

describe('what a fix writes', () => {
  const forms: readonly (readonly [name: string, form: (text: string) => string])[] = [
    ['line feeds', (text) => text],
    ['carriage returns', (text) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text) => `\uFEFF${text}`],
    ['no last line end', (text) => text.replace(/\n$/, '')],
  ]

  test.each(forms)('is the repairs and nothing else, with %s', async (_, form) => {
    const { texts, dropped } = await fixText(form(broken))
    expect(texts.get(path)).toBe(form(mended))
    expect([...texts.keys()]).toEqual([path])
    expect(dropped).toEqual([])
  })

  test.each(forms)('keeps every byte outside the edits, with %s', async (_, form) => {
    const { patches, texts } = await fixText(form(broken))
    const edits = patches.find((patch) => patch.path === path)?.edits ?? []
    expect(edits.length).toBeGreaterThan(6)
    expect(byteFault(form(broken), edits, Buffer.from(texts.get(path) ?? ''))).toBeUndefined()
  })

  test.each(forms)('once more changes nothing, with %s', async (_, form) => {
    const { patches, count } = await fixText(form(mended))
    expect({ patches, count }).toEqual({ patches: [], count: 0 })
  })

  test('the applier written apart tells where bytes moved', () => {
    const edits = [{ range: { start: 3, end: 4 }, text: 'x' }]
    expect(applyToBytes('📮ęab', edits).bytes.toString()).toBe('📮ęxb')
    expect(byteFault('📮ęab', edits, Buffer.from('📮ęxb'))).toBeUndefined()
    expect(byteFault('📮ęab', edits, Buffer.from('📮exb'))).toBe(
      'the written bytes are not those of the patch',
    )
  })
})
