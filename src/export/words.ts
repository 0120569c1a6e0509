/** The few words that a page says by itself, in one language. */
export interface PageWords {
  readonly note: string
  readonly warning: string
  readonly success: string
  readonly questions: string
  readonly contents: string
  readonly updated: string
  readonly deprecated: string
  readonly missingPicture: string
  readonly remotePicture: string
  readonly search: string
  readonly nothingFound: string
  readonly languages: string
  readonly guides: string
}

const keys = [
  'note',
  'warning',
  'success',
  'questions',
  'contents',
  'updated',
  'deprecated',
  'missingPicture',
  'remotePicture',
  'search',
  'nothingFound',
  'languages',
  'guides',
] as const satisfies readonly (keyof PageWords)[]

/** A language a line, the words in the order of `keys`. */
const table: Readonly<Record<string, string>> = {
  ar: 'ملاحظة|تحذير|تم|أسئلة وأجوبة|المحتويات|آخر تحديث|لم يعد هذا الدليل محدَّثًا|صورة مفقودة|صورة من موقع آخر|بحث|لا نتائج|اللغات|الأدلة',
  cs: 'Poznámka|Varování|Hotovo|Otázky a odpovědi|Obsah|Naposledy aktualizováno|Tento návod už není aktualizován|Chybějící obrázek|Obrázek z jiného webu|Hledat|Nic nenalezeno|Jazyky|Návody',
  de: 'Hinweis|Achtung|Geschafft|Fragen und Antworten|Inhalt|Zuletzt aktualisiert|Diese Anleitung wird nicht mehr gepflegt|Fehlendes Bild|Bild von einer anderen Website|Suchen|Nichts gefunden|Sprachen|Anleitungen',
  en: 'Note|Warning|Done|Questions and answers|Contents|Last updated|This guide is no longer maintained|Missing picture|Picture on another site|Search|Nothing found|Languages|Guides',
  es: 'Nota|Atención|Listo|Preguntas y respuestas|Contenido|Última actualización|Esta guía ya no se actualiza|Falta una imagen|Imagen de otro sitio|Buscar|Sin resultados|Idiomas|Guías',
  fi: 'Huomautus|Varoitus|Valmista|Kysymyksiä ja vastauksia|Sisällys|Päivitetty viimeksi|Tätä ohjetta ei enää päivitetä|Puuttuva kuva|Kuva toisella sivustolla|Etsi|Ei tuloksia|Kielet|Ohjeet',
  fr: 'Remarque|Attention|C’est fait|Questions et réponses|Sommaire|Dernière mise à jour|Ce guide n’est plus mis à jour|Image manquante|Image d’un autre site|Rechercher|Aucun résultat|Langues|Guides',
  it: 'Nota|Attenzione|Fatto|Domande e risposte|Indice|Ultimo aggiornamento|Questa guida non viene più aggiornata|Immagine mancante|Immagine di un altro sito|Cerca|Nessun risultato|Lingue|Guide',
  ja: '注記|注意|完了|よくある質問|目次|最終更新日|このガイドは更新されていません|画像がありません|他のサイトの画像|検索|見つかりません|言語|ガイド',
  ko: '참고|주의|완료|질문과 답변|목차|최종 업데이트|이 안내서는 더 이상 업데이트되지 않습니다|누락된 그림|다른 사이트의 그림|검색|결과 없음|언어|안내서',
  lt: 'Pastaba|Įspėjimas|Atlikta|Klausimai ir atsakymai|Turinys|Paskutinį kartą atnaujinta|Šis vadovas nebeatnaujinamas|Trūksta paveikslėlio|Paveikslėlis iš kitos svetainės|Ieškoti|Nieko nerasta|Kalbos|Vadovai',
  nl: 'Opmerking|Let op|Klaar|Vragen en antwoorden|Inhoud|Laatst bijgewerkt|Deze handleiding wordt niet meer bijgewerkt|Ontbrekende afbeelding|Afbeelding van een andere site|Zoeken|Niets gevonden|Talen|Handleidingen',
  pl: 'Uwaga|Ostrzeżenie|Gotowe|Pytania i odpowiedzi|Spis treści|Ostatnia aktualizacja|Ten przewodnik nie jest już aktualizowany|Brak ilustracji|Ilustracja z innej witryny|Szukaj|Nic nie znaleziono|Języki|Przewodniki',
  pt: 'Nota|Atenção|Concluído|Perguntas e respostas|Índice|Última atualização|Este guia já não é atualizado|Imagem em falta|Imagem de outro site|Pesquisar|Nada encontrado|Idiomas|Guias',
}

/** The words of a language; English ones where it has none yet. */
export function pageWordsOf(language: string): PageWords {
  const words = (table[language] ?? table.en ?? '').split('|')
  return Object.fromEntries(keys.map((key, index) => [key, words[index] ?? ''])) as unknown as PageWords
}

/** The languages that have words. */
export const wordLanguages: readonly string[] = Object.keys(table)

/** Words with what they name, as a language sets its colon: `Langues : français`. */
export function labelled(label: string, value: string, language: string): string {
  return `${label}${language.startsWith('fr') && language !== 'fr-CA' ? '\u00a0' : ''}: ${value}`
}
