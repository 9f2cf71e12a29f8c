import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { importRules } from '../../../src/backend/language/import-rules.ts'
import { languageApi } from '../../../src/shared/language/api.ts'
import { firstLanguage } from '../../../src/shared/language/house/house-style.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'

const rule = { id: 'own', preferred: 'Профсоюз', forbidden: ['=профсоюз; наш', 'союз'], note: 'С прописной "П"' }

test('Z7: новая редакция начинает с правил, их меняют и убирают', async () => {
  const newsroom = await newNewsroom()
  const first = await newsroom.must(languageApi.read, {})
  expect(first.rules).toEqual(firstLanguage.rules)
  expect(first.mayChange).toBe(true)
  await newsroom.must(languageApi.saveRule, { rule })
  await newsroom.must(languageApi.saveRule, { rule: { ...rule, preferred: 'наш Профсоюз' } })
  expect((await newsroom.must(languageApi.read, {})).rules.at(-1)).toEqual({ ...rule, preferred: 'наш Профсоюз' })
  await newsroom.must(languageApi.removeRule, { id: 'own' })
  expect((await newsroom.must(languageApi.read, {})).rules).toEqual(firstLanguage.rules)
})

test('Z7: слова редакции — по алфавиту и по одному разу', async () => {
  const newsroom = await newNewsroom()
  for (const word of ['ямка', 'абзац', 'ямка']) await newsroom.must(languageApi.addWord, { word })
  const { words } = await newsroom.must(languageApi.read, {})
  expect([words[0], words.at(-1), words.length]).toEqual(['абзац', 'ямка', firstLanguage.words.length + 2])
  await newsroom.must(languageApi.removeWord, { word: 'абзац' })
  expect((await newsroom.must(languageApi.read, {})).words).not.toContain('абзац')
})

test('Z7: правила, выгруженные таблицей, читаются из неё такими же', async () => {
  const newsroom = await newNewsroom()
  await newsroom.must(languageApi.saveRule, { rule })
  const { file } = await newsroom.must(languageApi.exportRules, {})
  const bytes = await readFile(file)
  let count = 0
  const read = importRules([], bytes, () => {
    count += 1
    return `new ${count}`
  })
  const words = ({ preferred, forbidden, note }: typeof rule) => ({ preferred, forbidden, note })
  expect(read.rules.map(words)).toEqual([...firstLanguage.rules, rule].map(words))
  expect(await newsroom.must(languageApi.importRules, { bytes: bytes.toString('base64') })).toEqual({
    added: 0,
    changed: firstLanguage.rules.length + 1,
    skipped: 0,
  })
  expect((await newsroom.must(languageApi.read, {})).rules).toEqual([...firstLanguage.rules, rule])
})

test('Z7: таблица без правил отклонена, строки без неправильного написания пропущены', async () => {
  const newsroom = await newNewsroom()
  const empty = await newsroom.call(languageApi.importRules, {
    bytes: Buffer.from('Правильно;Неправильно\r\n').toString('base64'),
  })
  expect(empty.ok).toBe(false)
  const table = Buffer.from('да;нет|неа;почему\r\nтолько правильное;;\r\n')
  expect(importRules([], table, () => 'a')).toEqual({
    rules: [{ id: 'a', preferred: 'да', forbidden: ['нет', 'неа'], note: 'почему' }],
    ...{ added: 1, changed: 0, skipped: 1 },
  })
})
