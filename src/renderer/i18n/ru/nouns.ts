import type { Forms } from '../../../shared/language/plural.ts'

export const lines: Forms = { one: 'строка', few: 'строки', many: 'строк' }
export const pages: Forms = { one: 'полоса', few: 'полосы', many: 'полос' }
export const articles: Forms = { one: 'материал', few: 'материала', many: 'материалов' }
export const characters: Forms = { one: 'знак', few: 'знака', many: 'знаков' }
export const words: Forms = { one: 'слово', few: 'слова', many: 'слов' }
export const photos: Forms = { one: 'снимок', few: 'снимка', many: 'снимков' }
export const sheets: Forms = { one: 'лист', few: 'листа', many: 'листов' }
export const files: Forms = { one: 'файл', few: 'файла', many: 'файлов' }
export const columns: Forms = { one: 'колонка', few: 'колонки', many: 'колонок' }
/** After «при»: «при 1 колонке», «при 3 колонках». */
export const columnsAt: Forms = { one: 'колонке', few: 'колонках', many: 'колонках' }
/** After «в»: «в 1 колонку», «в 3 колонки». */
export const columnsIn: Forms = { one: 'колонку', few: 'колонки', many: 'колонок' }
export const dots: Forms = { one: 'точка', few: 'точки', many: 'точек' }
export const zones: Forms = { one: 'зона', few: 'зоны', many: 'зон' }
export const modules: Forms = { one: 'модуль', few: 'модуля', many: 'модулей' }
/** After «на»: «на 1 минуту», «на 2 часа», «на 5 дней». */
export const minutes: Forms = { one: 'минуту', few: 'минуты', many: 'минут' }
export const hours: Forms = { one: 'час', few: 'часа', many: 'часов' }
export const days: Forms = { one: 'день', few: 'дня', many: 'дней' }
export const suggestions: Forms = { one: 'правка', few: 'правки', many: 'правок' }
export const places: Forms = { one: 'место', few: 'места', many: 'мест' }
export const remarks: Forms = { one: 'замечание', few: 'замечания', many: 'замечаний' }
export const rules: Forms = { one: 'правило', few: 'правила', many: 'правил' }
export const paragraphs: Forms = { one: 'абзац', few: 'абзаца', many: 'абзацев' }
export const lostPieces: Forms = { one: 'кусок', few: 'куска', many: 'кусков' }
