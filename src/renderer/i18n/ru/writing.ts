import { plural } from '../plural.ts'
import { places } from './nouns.ts'

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
} as const
