import type { MergedKind } from './report.ts'

/** What a merge brings, as the command line names it. */
export const mergedLabels: Readonly<Record<MergedKind, string>> = {
  article: 'материалы',
  issue: 'номера',
  media: 'снимки',
  version: 'версии',
  workflow: 'состояния и утверждения',
  variant: 'варианты для каналов',
  advert: 'реклама',
  proof: 'оттиски и замечания',
  signoff: 'подписи полос и номеров',
  preflight: 'пропущенное при проверке',
  correction: 'поправки',
  mailing: 'рассылки',
  address: 'адреса рассылки',
  calendar: 'календарь',
  embargo: 'эмбарго',
  printer: 'типографии',
  language: 'правила написания и словарь',
  template: 'шаблоны полос',
  settings: 'настройки',
  staff: 'сотрудники',
  channel: 'каналы',
  delivery: 'отправления',
  key: 'ключи сотрудников',
  ledger: 'журнал подписей',
}
