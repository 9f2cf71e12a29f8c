import { form } from '../../../shared/language/plural.ts'
import { plural } from '../plural.ts'
import { articles, characters, columns, files, lines, pages, photos } from './nouns.ts'

/** After «из» a noun stands in the genitive: «из 1 полосы», «из 4 полос», «из 21 полосы». */
const genitive = (count: number, one: string, many: string): string => form(count, { one, few: many, many })

/** Words of the plan of an issue. */
export const issue = {
  title: 'План номера',
  empty: 'В этой редакции ещё нет ни одного номера. Заведите первый: дата, число полос и колонок; материалы можно принять потом.',
  create: 'Новый номер',
  createTitle: 'Новый номер',
  createAction: 'Завести номер',
  date: 'Дата выхода',
  dateError: 'Впишите день, например 25.11.2026.',
  pages: 'Полос',
  pagesOption: (count: number) => plural(count, pages),
  columns: 'Колонок на полосе',
  columnsOption: (count: number) => plural(count, columns),
  import: 'Принять файлы',
  importAction: 'Принять',
  dropHere: 'Отпустите файлы: разложим их по материалам',
  importFolder: 'Принять папку целиком',
  importing: ({ done, total, file }: { readonly done: number; readonly total: number; readonly file: string }) =>
    file === '' ? `Готовим ${plural(total, files)}…` : `Принимаем файл ${Math.min(done + 1, total)} из ${total}: ${file}`,
  importTitle: 'Что принято',
  importSummary: (counts: {
    readonly articles: number
    readonly pictures: number
    readonly refused: number
    readonly notReached: number
  }) => {
    const taken = [plural(counts.articles, articles), counts.pictures > 0 && `отдельно ${plural(counts.pictures, photos)}`]
    const refused = counts.refused > 0 ? ` Не принято: ${plural(counts.refused, files)}, остальные от этого не пострадали.` : ''
    const left = counts.notReached > 0 ? ` Остановлено раньше: ${plural(counts.notReached, files)}.` : ''
    return `Принято: ${taken.filter((part) => part !== false).join(', ')}.${refused}${left}`
  },
  importSize: (characterCount: number, photoCount: number) =>
    photoCount > 0 ? `${plural(characterCount, characters)}, ${plural(photoCount, photos)}` : plural(characterCount, characters),
  importWarnings: (count: number) => `Замечания: ${count}`,
  importOnlyNoted: (count: number) => `Только с замечаниями: ${count}`,
  importCopy: 'Скопировать отчёт',
  importFile: 'Файл',
  importArticle: 'Материал',
  notTaken: 'не принят',
  unreadable: 'файл не читается. Проверьте, что он на месте и доступен.',
  tooLarge: 'файл больше 150 МБ, через браузер он не проходит. Импортируйте его из командной строки или разделите.',
  notReached: 'импорт остановлен раньше. Чтобы взять файл, импортируйте его ещё раз.',
  picture: 'снимок',
  untitled: 'Без заголовка',
  fill: 'Разложить сами',
  filling: 'Раскладываем материалы по полосам…',
  filled: (placed: number, left: number) =>
    left === 0
      ? `Разложено: ${plural(placed, articles)}.`
      : `Разложено: ${plural(placed, articles)}. Места не хватило: ${plural(left, articles)}.`,
  history: {
    open: 'История плана',
    title: (serial: string) => `История плана № ${serial}`,
    empty: 'План номера ещё не меняли.',
    nobody: 'кто, не сказано',
    move: (headline: string, from: number | null, to: number | null): string =>
      from === null
        ? `«${headline}» — на с. ${to}`
        : to === null
          ? `«${headline}» — снят с с. ${from}`
          : `«${headline}» — со с. ${from} на с. ${to}`,
    pages: (pages: readonly number[]) => `изменён макет: с. ${pages.join(', ')}`,
  },
  shelf: {
    title: 'В другой номер',
    stories: (count: number) => plural(count, articles),
    sent: (headline: string, serial: string, page: number) => `«${headline}» — в № ${serial}, на полосе ${page}`,
  },
  print: {
    open: 'Напечатать план',
    title: (serial: string) => `План № ${serial}`,
    made: (moment: string) => `на ${moment}`,
    lines: (count: number) => plural(count, lines),
  },
  export: 'Выпустить PDF…',
  exportTitle: 'Выпуск PDF',
  exportTo: 'Для чего',
  exportTargets: { print: 'Для типографии', web: 'Для сайта' },
  exportTargetHints: {
    print: 'Вылеты, метки, краски офсета, профиль газетной бумаги.',
    web: 'Оглавление, ссылки, небольшой файл.',
  },
  exportPrinter: 'Типография',
  exportPages: 'Полосы',
  exportPagesHint: 'Например, 4, 5, 12–13. Пусто — все полосы.',
  exportPagesError: 'Впишите номера полос через запятую, например 1,2,5-8.',
  exportDraft: 'Черновик: пометка на каждой полосе',
  exportDraftHint: 'В печать и на сайт выходят только утверждённые материалы; черновик можно выпустить всегда.',
  exportAction: 'Выпустить',
  exporting: 'Готовим PDF…',
  exportDone: (count: number, size: string) => `Готово: ${plural(count, pages)}, ${size}.`,
  exportDraftDone: 'Это черновик: пометка стоит на каждой полосе.',
  exportOpen: 'Открыть файл',
  exportChoose: 'Сохранить в другое место…',
  exportReveal: 'Показать в папке',
  exportTarget: 'Файл будет здесь',
  exportHere: 'папка exports этой редакции',
  exportFile: 'Файл',
  exportWarnings: 'На что посмотреть',
  exportAgain: 'Выпустить ещё',
  exportCancelled: 'Выпуск отменён, файл не записан.',
  totals: {
    pages: (count: number) => `из ${count} ${genitive(count, 'полосы', 'полос')} занято`,
    approved: (count: number) => `из ${count} ${genitive(count, 'материала', 'материалов')} утверждено`,
    overset: (count: number) => form(count, { one: 'хвост', few: 'хвоста', many: 'хвостов' }),
    underset: (count: number) => form(count, { one: 'недобор', few: 'недобора', many: 'недоборов' }),
  },
  legend: 'Полосы',
  firstPage: 'Первая полоса',
  lastPage: 'Последняя полоса',
  openPage: (page: number) => `Открыть полосу ${page}`,
  pageStories: (page: number, count: number) => `Полоса ${page}: ${count === 0 ? 'пусто' : plural(count, articles)}`,
  free: 'Свободна',
  approvedPage: 'все материалы утверждены',
  continuation: (headline: string) => `Окончание: ${headline}`,
  /** A standing head of the page that no story of it has. */
  awaited: (rubric: string) => `Ждёт рубрику «${rubric}»`,
  unplaced: 'Не размещены',
  unplacedCount: (count: number, total: number) => `${count} · ≈ ${plural(total, lines)}`,
  olderWaiting: (count: number) => `Показаны последние; ещё ${count} — в разделе «Материалы».`,
  unplacedEmpty: 'Все материалы стоят на полосах.',
  noArticles: 'Материалов ещё нет. Примите тексты и снимки: кнопкой или перетащив файлы в окно.',
  estimate: (count: number) => `примерно ${plural(count, lines)}`,
  takeStory: (headline: string) => `Взять «${headline}»`,
  side: 'Материалы номера',
  story: 'Материал',
  noSelection: 'Выберите материал на полосе или в списке: здесь появятся его объём и действия.',
  byline: 'Автор',
  rubric: 'Рубрика',
  length: 'Объём',
  lengthOf: (lineCount: number | null, characterCount: number) =>
    lineCount === null
      ? plural(characterCount, characters)
      : `${plural(lineCount, lines)}, ${plural(characterCount, characters)}`,
  place: 'Место',
  onPage: (page: number, continuation: number | null) =>
    continuation === null ? `с. ${page}` : `с. ${page}, окончание на с. ${continuation}`,
  nowhere: 'не размещён',
  placeOn: 'Поставить на полосу…',
  takeOff: 'Снять с полосы',
  placed: (headline: string, page: number) => `«${headline}» — на полосе ${page}`,
  tookOff: (headline: string) => `«${headline}» снят с полосы`,
  undo: 'Вернуть',
  open: 'Открыть текст',
  more: 'Другие действия',
  whoFirst: 'Выберите вверху, кто вы: действия зависят от роли.',
  noActions: (role: string) => `Для роли «${role}» здесь нет действий.`,
  returnTitle: 'Вернуть материал',
  returnRemark: 'Что исправить',
  returnAction: 'Вернуть',
  spikeTitle: 'Снять материал?',
  spikeText: (headline: string) => `«${headline}» уйдёт из работы. Текст останется, материал можно восстановить.`,
  spikeAction: 'Снять',
  approvedBy: (who: string, when: string) => `Утвердил ${who}, ${when}`,
  hole: {
    title: 'Снятый материал',
    pulled: (headline: string, page: number, count: number) =>
      `«${headline}» снят с полосы ${page}. Дыра: ${plural(count, lines)}.`,
    jump: (page: number) => `Продолжение на полосе ${page} убрано.`,
    voided: (voided: readonly number[]) => `Подпись больше не действует, полосы: ${voided.join(', ')}.`,
    held: (count: number) => `Публикаций придержано: ${count}.`,
    offers: 'Можно поставить на это место:',
    offer: (headline: string, count: number) => `${headline}, ${plural(count, lines)}`,
    undo: 'Вернуть на место',
  },
} as const
