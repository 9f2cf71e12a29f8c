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
  archive: (file: string) => `Одним файлом: ${file}`,
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
  issuePage: {
    title: 'Страница номера на портале',
    explained:
      'Обложка, PDF номера и ссылки на его материалы. Номер выкладывают подписанным; страница показывает те материалы, которые уже вышли на сайте.',
    notThere: 'Страницы номера на этом сайте ещё нет.',
    publish: 'Выложить номер на портал',
    again: 'Собрать заново и выложить',
    update: 'Обновить страницу номера',
    remove: 'Убрать страницу с сайта',
    removeTitle: 'Убрать страницу номера с сайта?',
    removeExplained:
      'Читатели больше не найдут на сайте ни обложки, ни ссылки на PDF. Материалы номера на сайте останутся. Вернуть страницу можно из корзины самого сайта.',
    removed: 'Страница убрана с сайта. Вернуть её можно из корзины самого сайта.',
    differs: (what: string) => `Номер изменился после того, как страница вышла: ${what}.`,
    making: 'Готовим PDF и обложку…',
    noSite: 'Портал не подключён.',
    toChannels: 'Подключить канал',
  },
} as const
