import { plural } from '../plural.ts'
import { zones } from './nouns.ts'

/** Words of page templates. */
export const template = {
  menu: 'Шаблон',
  take: 'Расставить по шаблону',
  none: 'Для этой полосы шаблонов нет',
  zones: (count: number) => plural(count, zones),
  damaged: (file: string) => `${file} — не читается`,
  save: 'Сохранить полосу как шаблон…',
  saveNeedsZones: 'Сначала закрепите полосу как макет',
  saveTitle: 'Полоса как шаблон',
  saveAction: 'Сохранить',
  name: 'Название шаблона',
  nameHint: 'Шаблон ляжет в папку редакции и подойдёт полосам с тем же числом колонок.',
  saved: (name: string) => `Шаблон «${name}» сохранён`,
} as const
