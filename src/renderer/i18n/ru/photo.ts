import { plural } from '../plural.ts'
import { columns as columnNouns, columnsAt, columnsIn, dots } from './nouns.ts'

/** Words of a photo in a text. */
export const photo = {
  label: 'Фото',
  caption: 'Подпись под фото',
  credit: 'Автор фото',
  alternative: 'Описание для тех, кто не видит снимка',
  missing: 'Снимок не найден в папке редакции.',
  none: 'Снимок не выбран.',
  remove: 'Убрать фото из материала',
  adding: 'Добавляем фото…',
  notAdded: 'Фото не добавлено',
  library: {
    open: 'Вставить из снимков редакции…',
    insert: 'Вставить',
    columns: 'На сколько колонок',
    columnsIn: (span: number) => `На сколько колонок (у материала ${span})`,
    columnCount: (count: number) => plural(count, columnNouns),
  },
  resolution: {
    at: (resolution: number, columns: number) => `${plural(resolution, dots)} на дюйм при ${plural(columns, columnsAt)}`,
    coarse: 'мало',
    tooCoarse: 'слишком мало для печати',
    enough: (columns: number) => `Для печати годится до ширины в ${plural(columns, columnsIn)}`,
    none: 'Для печати мелок даже на одной колонке',
  },
  onlyFor: { print: 'Право есть только для газеты.', web: 'Право есть только для сайта и сетей.' },
  suggested: 'Карточка ещё пуста: подпись и автор взяты из материала. Она сохранится, как только вы что-то в ней заполните.',
  focus: {
    choose: 'Главное на снимке',
    hint: 'Щёлкните по главному или двигайте стрелками: при обрезке оно останется.',
    reset: 'Решать вёрстке',
    target: (x: number | null, y: number | null) =>
      x === null || y === null ? 'Главное на снимке не указано' : `Главное на снимке: ${x}\u00a0% слева, ${y}\u00a0% сверху`,
  },
}
