import { dirname, join } from 'node:path'
import type { Handlers } from '../../shared/api/operation.ts'
import { failure, type Result, success } from '../../shared/api/result.ts'
import type { languageApi } from '../../shared/language/api.ts'
import { csvTable } from '../../shared/language/csv.ts'
import { type LanguageRecord, ruleLimit, wordLimit } from '../../shared/language/house/house-style.ts'
import { compareText } from '../../shared/language/sorting.ts'
import { holdsRight } from '../../shared/staff/rights.ts'
import type { Newsroom } from '../newsroom.ts'
import { placeFile } from '../publishing/place-file.ts'
import { rolesOf } from '../workflow/act.ts'
import { formSeparator, importRules, ruleTableHead } from './import-rules.ts'

/** Larger than any list of rules. */
const largestTable = 2 * 1024 * 1024

export const languageHandlers = (newsroom: Newsroom): Handlers<typeof languageApi> => {
  const { language, environment } = newsroom
  const keep = async (record: LanguageRecord): Promise<Result<Record<string, never>>> => {
    await language.put(record)
    newsroom.emit({ type: 'changed', feature: 'language', id: null })
    return success({})
  }
  const full = (what: string) => failure('invalidInput', what, { safe: 'Ничего не изменено.', todo: 'Уберите лишнее.' })
  return {
    read: async (_input, { person }) => {
      const held = rolesOf(newsroom, person)
      return success({ ...language.get(), mayChange: !newsroom.readOnly && held.ok && holdsRight('keepHouseStyle', held.value) })
    },
    saveRule: async ({ rule }) => {
      const now = language.get()
      const known = now.rules.some(({ id }) => id === rule.id)
      if (!known && now.rules.length >= ruleLimit) return full(`Правил уже ${ruleLimit}: больше не поместится.`)
      return keep({ ...now, rules: known ? now.rules.map((one) => (one.id === rule.id ? rule : one)) : [...now.rules, rule] })
    },
    removeRule: async ({ id }) => {
      const now = language.get()
      return keep({ ...now, rules: now.rules.filter((rule) => rule.id !== id) })
    },
    addWord: async ({ word }) => {
      const now = language.get()
      if (now.words.includes(word)) return success({})
      if (now.words.length >= wordLimit) return full(`В словаре редакции уже ${wordLimit} слов: больше не поместится.`)
      return keep({ ...now, words: [...now.words, word].sort(compareText) })
    },
    removeWord: async ({ word }) => {
      const now = language.get()
      return keep({ ...now, words: now.words.filter((one) => one !== word) })
    },
    exportRules: async () => {
      const rows = language.get().rules.map(({ preferred, forbidden, note }) => [preferred, forbidden.join(formSeparator), note])
      const file = join(newsroom.folder, 'exports', 'pravila-napisaniya.csv')
      await environment.files.makeFolder(dirname(file))
      const placed = await placeFile(environment.files, file, new TextEncoder().encode(csvTable([[...ruleTableHead], ...rows])))
      if (placed.kind !== 'notPlaced') return success({ file })
      return failure('unavailable', `Файл ${file} не записан (${placed.code ?? 'сбой диска'}).`, {
        safe: 'Правила не изменены, прежний файл цел.',
        todo: 'Закройте его в других программах, проверьте место на диске и повторите.',
      })
    },
    importRules: async ({ bytes }) => {
      const table = Buffer.from(bytes, 'base64')
      if (table.length > largestTable)
        return failure('invalidInput', 'Файл с правилами больше 2 МБ.', {
          safe: 'Правила не изменены.',
          todo: 'Оставьте в таблице только правила.',
        })
      const { rules, ...counts } = importRules(language.get().rules, table, environment.newId)
      if (counts.added + counts.changed === 0)
        return failure('invalidInput', 'В файле нет ни одного правила.', {
          safe: 'Правила не изменены.',
          todo: `Нужна таблица CSV с колонками «${ruleTableHead.join('», «')}».`,
        })
      const kept = await keep({ ...language.get(), rules: [...rules] })
      return kept.ok ? success(counts) : kept
    },
  }
}
