import type { TypographyRule } from '../../../shared/language/typography/draft.ts'
import { plural } from '../plural.ts'
import { places, suggestions } from './nouns.ts'

/** Words of what helps with the words of a text: finding, typography, house style, spelling. */
export const writing = {
  find: {
    open: 'Найти в тексте',
    label: 'Поиск в тексте',
    find: 'Найти',
    replaceBy: 'Заменить на',
    matchCase: 'Различать прописные и строчные',
    wholeWords: 'Только слово целиком',
    wordSign: 'слово',
    yoIsYe: 'Считать «ё» и «е» одной буквой',
    yoSign: 'ё=е',
    caseSign: 'Аа',
    regexp: 'Регулярное выражение',
    previous: 'Предыдущее',
    next: 'Следующее',
    close: 'Закрыть поиск',
    none: 'Не найдено',
    count: (count: number) => `Найдено: ${plural(count, places)}`,
    place: (number: number, count: number) => `${number} из ${count}`,
    noExpression: 'Выражение записано с ошибкой: проверьте скобки и знаки \\ * + ?',
    tooSlow: 'Выражение ищет слишком долго, поиск остановлен. Запишите его проще.',
    replace: 'Заменить',
    replaceAll: (count: number) => (count > 0 ? `Заменить все: ${count}` : 'Заменить все'),
    replaced: (count: number) => `Заменено: ${plural(count, places)}.`,
  },
  typography: {
    title: 'Типографика',
    open: 'Типографика: кавычки, тире, пробелы…',
    hint: 'Отметьте, что исправить. Знак ° — неразрывный пробел, · — обычный. Адреса, почта и номера не меняются.',
    nothing: 'Всё набрано по правилам: менять нечего.',
    rules: {
      quotes: 'Кавычки «ёлочки» и „лапки“',
      dashes: 'Тире, диапазоны, минус',
      ellipsis: 'Многоточие',
      spaces: 'Лишние пробелы',
      noBreaks: 'Неразрывные пробелы: предлоги, №, инициалы',
      numbers: 'Числа, единицы, даты',
      yo: 'Буква «ё» в бесспорных словах',
    } satisfies Record<TypographyRule, string>,
    chosen: (chosen: number, all: number) => `${chosen} из ${all}`,
    fold: 'Свернуть',
    unfold: 'Показать',
    apply: (count: number) => `Исправить: ${count}`,
    suggest: (count: number) => `Предложить: ${plural(count, suggestions)}`,
    done: (count: number) => `Исправлено: ${plural(count, places)}`,
    suggested: (count: number) => `Предложено: ${plural(count, suggestions)}`,
    undo: 'Вернуть',
    typing: 'Исправлять при наборе',
    typingHint:
      'Кавычки, тире и многоточия. Backspace сразу после замены возвращает набранное. Выбор действует на этом компьютере.',
  },
} as const
