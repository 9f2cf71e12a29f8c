/**
 * Styles by which our own documents say what a paragraph of an article is, where no office program has one for it. Their
 * names are what a person sees in the list of styles, and what the import goes by.
 */
export const ownStyles = {
  rubric: 'Рубрика',
  kicker: 'Надзаголовок',
  byline: 'Подпись автора',
  lead: 'Лид',
  quoteSource: 'Источник цитаты',
  question: 'Вопрос',
  answer: 'Ответ',
  note: 'Заметка для вёрстки',
  numberedItem: 'Нумерованный пункт',
  sidebarHead: 'Заголовок врезки',
  sidebar: 'Врезка',
  credit: 'Автор снимка',
} as const
export type OwnStyle = keyof typeof ownStyles

export const isOwnStyle = (name: string): name is OwnStyle => Object.hasOwn(ownStyles, name)

const byName = new Map(
  Object.entries(ownStyles).flatMap(([style, name]) => (isOwnStyle(style) ? [[name.toLowerCase(), style] as const] : [])),
)

/** What a style of this name says a paragraph is; null for the name of any other. */
export const ownStyleNamed = (name: string): OwnStyle | null => byName.get(name.trim().toLowerCase()) ?? null
