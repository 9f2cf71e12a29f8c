import type { BlockKind, InsetType } from '../../../shared/article/text-schema.ts'

/** Words of the blocks of a text: the menu that puts them in, the outline, moving them. */
export const block = {
  slash: {
    label: 'Вставить или сменить вид абзаца',
    nothing: 'Ничего не найдено.',
    inHand: (label: string, number: number, count: number) => `${label}, ${number} из ${count}`,
    /** What people call each of them besides its name. */
    words: {
      paragraph: 'текст обычный',
      lead: 'вводка анонс первый',
      subhead: 'заголовок глава раздел',
      quote: 'выноска слова прямая речь',
      question: 'интервью беседа',
      answer: 'интервью беседа',
      listItem: 'список маркер перечень пункты',
      numberedItem: 'список номер нумерованный перечень пункты',
      note: 'верстальщику комментарий служебное',
      sidebarHead: 'справка рамка',
      sidebar: 'справка рамка',
      tableHead: 'таблица столбцы',
      tableRow: 'таблица ряд',
      quoteSource: 'автор цитаты подпись кто сказал',
      photo: 'снимок картинка фотография иллюстрация',
      library: 'фото картинка библиотека',
      video: 'ролик фильм вк vk',
      attachment: 'файл вложение приложить pdf',
    } satisfies Record<BlockKind | InsetType | 'library', string>,
  },
  outline: {
    open: 'Содержание',
    none: 'В тексте нет подзаголовков',
    empty: 'Подзаголовок без слов',
  },
  move: {
    handle: 'Перетащить абзац',
    moved: (number: number, count: number) => `Абзац перенесён: ${number}-й из ${count}.`,
    refused: 'Абзац не перенесён: в нём чужие правки. Сначала примите или отклоните их.',
    edge: 'Дальше переносить некуда.',
  },
} as const
