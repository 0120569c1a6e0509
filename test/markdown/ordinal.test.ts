import { describe, expect, test } from 'vitest'
import { ordinalOf } from '../../src/markdown/ordinal.ts'

describe('the number that a heading begins with', () => {
  test.each([
    ['Część 7: Parametry', 7, 'część #', 'Parametry'],
    ['Étape 3 : Serveurs', 3, 'étape #', 'Serveurs'],
    ['7 dalis: Nustatymai', 7, '# dalis', 'Nustatymai'],
    ['1. lépés: Jelszó', 1, '#', 'lépés: Jelszó'],
    ['3) Kroki', 3, '#', 'Kroki'],
    ['Schritt 2 – Server', 2, 'schritt #', 'Server'],
    ['第2步：服务器', 2, '第 # 步', '服务器'],
    ['ステップ1：準備', 1, 'ステップ #', '準備'],
    ['1단계: 비밀번호', 1, '# 단계', '비밀번호'],
    ['Step 4', 4, 'step #', ''],
  ])('%s', (heading, number, kind, rest) => {
    expect(ordinalOf(heading)).toEqual({ number, kind, rest })
  })

  test.each([
    '3.1 Overview',
    '10:30 in the morning',
    'Windows Phone 8',
    'Ports 993 and 143',
    '2026: news',
    'Overview',
  ])('none in %s', (heading) => {
    expect(ordinalOf(heading)).toBeUndefined()
  })
})
