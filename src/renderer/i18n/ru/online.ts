import { plural } from '../plural.ts'

const stories = { one: 'материал', few: 'материала', many: 'материалов' }
const photos = { one: 'снимок', few: 'снимка', many: 'снимков' }

/** Words of the issue on sites: its stories on the newspaper's own, the package for others. */
export const online = {
  open: 'Номер на сайтах',
  title: 'Номер на сайтах',
  noIssue: 'Номера ещё нет.',
  noStories: 'На полосах номера ещё нет материалов.',
  package: 'Пакет для региональных сайтов',
  packageExplained:
    'Папка с лентой (RSS с полным текстом) и снимками рядом. Входят утверждённые материалы номера; что ещё не утверждено или под эмбарго, остаётся в редакции.',
  save: (issue: string) => `Сохранить пакет, ${issue}`,
  written: (count: number, pictures: number, folder: string) =>
    `Записано: ${plural(count, stories)}, ${plural(pictures, photos)}. Папка: ${folder}`,
  left: 'В пакет не вошли:',
  onSite: 'Материалы на сайте газеты',
  out: (count: string, all: string) => `На сайте ${count} из ${all}.`,
  page: 'С.',
  address: 'Адрес на сайте',
  code: 'Код в газете',
  notThere: 'ещё не вышел',
  noCode: 'кода нет',
  codeWaits: (code: string) => `ведёт на ${code}`,
  codeLeads: 'ведёт на эту страницу',
  codeUnsure: (code: string) => `ведёт на ${code}: проверьте, что оттуда открывается эта страница`,
} as const
