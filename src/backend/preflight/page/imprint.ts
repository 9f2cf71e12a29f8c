import type { PageDisplay } from '../../../shared/layout/display.ts'
import { type ImprintLineId, missingLines } from '../../../shared/settings/imprint-lines.ts'
import type { Publication } from '../../../shared/settings/settings.ts'
import { aboutImprint, type Found } from '../found.ts'

interface LineWords {
  readonly name: string
  readonly example: string
}

/**
 * What a periodical must say of itself: article 27 of the law «О средствах массовой информации» (№ 2124-1) and the age
 * mark of law № 436-ФЗ.
 */
const lineWords: Readonly<Record<ImprintLineId, LineWords>> = {
  title: { name: 'название газеты', example: 'Профсоюзная среда' },
  founder: { name: 'учредитель', example: 'Учредитель: …' },
  publisher: { name: 'издатель', example: 'Издатель: …' },
  editor: { name: 'фамилия и инициалы главного редактора', example: 'Главный редактор: И. О. Фамилия' },
  number: { name: 'номер выпуска и дата выхода', example: '№ 47 (1295), 25 ноября 2026 года' },
  signed: {
    name: 'время подписания в печать: по графику и фактическое',
    example: 'Подписано в печать: по графику 18:00, фактически 18:00',
  },
  printRun: { name: 'тираж', example: 'Тираж 10 000 экз.' },
  price: { name: 'цена', example: 'Цена свободная (или «Бесплатно»)' },
  editorAddress: { name: 'адрес редакции', example: 'Адрес редакции: 101000, г. Москва, …' },
  publisherAddress: { name: 'адрес издателя', example: 'Адрес издателя: 101000, г. Москва, …' },
  printer: { name: 'типография', example: 'Отпечатано: типография «…»' },
  printerAddress: { name: 'адрес типографии', example: 'Отпечатано: типография «…», 101000, г. Москва, …' },
  ageMark: { name: 'знак информационной продукции', example: '12+' },
  registration: { name: 'сведения о регистрации', example: 'Свидетельство о регистрации ПИ № ФС 77-…' },
}

const ageMarks = new Set(['0', '6', '12', '16', '18'])

const about = { page: null, object: aboutImprint }

/** I02: an age mark that does not exist. */
const wrongMarks = (text: string): readonly Found[] => {
  const marks = [...text.matchAll(/(?<!\d)(\d{1,2})\s?\+/gu)].map(([, mark = '']) => mark)
  const wrong = marks.find((mark) => !ageMarks.has(mark))
  if (wrong === undefined) return []
  const message = `Знака «${wrong}+» нет: бывают 0+, 6+, 12+, 16+ и 18+.`
  return [{ ...about, rule: 'I02', message, todo: 'Исправьте знак в выходных данных: настройки издания.' }]
}

/** I04: the number of another issue, which was true when the imprint was written. */
const otherNumbers = (text: string, serial: string): readonly Found[] => {
  const numbers = [...text.matchAll(/№\s*(\d+(?:–\d+)?\s\(\d+(?:–\d+)?\))/gu)].map(([, number = '']) => number)
  const other = numbers.find((number) => number.replace(/\s/gu, ' ') !== serial)
  if (other === undefined) return []
  const message = `В выходных данных стоит № ${other}, а выпуск — № ${serial}.`
  const todo = 'Уберите номер из выходных данных в настройках издания: он и дата стоят вверху каждой полосы.'
  return [{ ...about, rule: 'I04', message, todo }]
}

/**
 * I01–I04: what the publication requires its imprint to say and it does not, an age mark or a number that is wrong, and an
 * imprint that does not stand on the last page.
 */
export const imprintFindings = (publication: Publication, serial: string, last: PageDisplay | undefined): readonly Found[] => {
  const { imprint, requiredLines } = publication
  const text = imprint.join('\n')
  const missing = missingLines(publication, requiredLines).map((id): Found => {
    const { name, example } = lineWords[id]
    return {
      ...about,
      rule: 'I01',
      message: `В выходных данных нет строки: ${name}.`,
      todo: `Впишите в настройках издания, например: «${example}». Если закон её от газеты не требует, снимите там же отметку.`,
    }
  })
  const stands = imprint.length === 0 || last?.items.some(({ tag }) => tag.role === 'imprint') === true
  const absent: Found = {
    ...about,
    rule: 'I03',
    message: 'Выходные данные не вышли на последнюю полосу: на ней нет материалов.',
    todo: 'Поставьте на неё материал или рекламу либо уменьшите число полос.',
  }
  return [...missing, ...wrongMarks(text), ...(stands ? [] : [absent]), ...otherNumbers(text, serial)]
}
