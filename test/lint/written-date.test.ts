import { describe, expect, test } from 'vitest'
import { dateAt } from '../../src/lint/written-date.ts'
import { applyEdits } from '../../src/text/edit.ts'

describe('dates as people write them, and another one in the same way', () => {
  test.each([
    ['cs', '11. prosince 2020', '2020-12-11', '1. března 2026'],
    ['de', '11. Dez. 2020', '2020-12-11', '1. März 2026'],
    ['de', '11.12.2020', '2020-12-11', '01.03.2026'],
    ['de', '1.2.2020', '2020-02-01', '1.3.2026'],
    ['en', '11th December 2020', '2020-12-11', '1st March 2026'],
    ['en', 'December 11, 2020', '2020-12-11', 'March 1, 2026'],
    ['en', '11 Dec 2020', '2020-12-11', '1 Mar 2026'],
    ['es', '11 de diciembre de 2020', '2020-12-11', '1 de marzo de 2026'],
    ['fi', '11. joulukuuta 2020', '2020-12-11', '1. maaliskuuta 2026'],
    ['fr', '11 décembre 2020', '2020-12-11', '1 mars 2026'],
    ['fr', '1er décembre 2020', '2020-12-01', '1er mars 2026'],
    ['hu', '2020. december 11.', '2020-12-11', '2026. március 1.'],
    ['it', '11 dicembre 2020', '2020-12-11', '1 marzo 2026'],
    ['ja', '2020年12月11日', '2020-12-11', '2026年03月01日'],
    ['ko', '2020년 2월 1일', '2020-02-01', '2026년 3월 1일'],
    ['lt', '2020 m. gruodžio 11 d.', '2020-12-11', '2026 m. kovo 1 d.'],
    ['lv', '2020. gada 11. decembris', '2020-12-11', '2026. gada 1. marts'],
    ['nl', '11-12-2020', '2020-12-11', '01-03-2026'],
    ['pl', '11 grudnia 2020', '2020-12-11', '1 marca 2026'],
    ['pt', '11 de dezembro de 2020', '2020-12-11', '1 de março de 2026'],
    ['ru', '11 декабря 2020', '2020-12-11', '1 марта 2026'],
    ['tr', '11 Aralık 2020', '2020-12-11', '1 Mart 2026'],
    ['und', '2020-12-11', '2020-12-11', '2026-03-01'],
  ])('%s: %s', (language, text, expected, other) => {
    const date = dateAt(text, 0, { languages: [language], monthFirst: false })
    expect(date?.readings).toEqual([expected])
    expect(applyEdits(text, date?.rewrite('2026-03-01') ?? [])).toBe(other)
  })

  test.each([
    ['05/06/2021', false, ['2021-06-05']],
    ['05/06/2021', true, ['2021-05-06', '2021-06-05']],
    ['24/11/2021', true, ['2021-11-24']],
    ['11/24/2021', false, ['2021-11-24']],
    ['31/02/2021', false, undefined],
    ['11 grudzień 2020 ', false, undefined],
  ])('%s, month first %s', (text, monthFirst, expected) => {
    expect(dateAt(text, 0, { languages: ['en'], monthFirst })?.readings).toEqual(expected)
  })
})
