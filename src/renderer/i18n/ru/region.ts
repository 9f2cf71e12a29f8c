import { plural } from '../plural.ts'
import { articles } from './nouns.ts'

const issues = { one: 'номере', few: 'номерах', many: 'номерах' }
const missed = { one: 'номер', few: 'номера', many: 'номеров' }

/** Words of «География номера». */
export const region = {
  title: 'География номера',
  period: 'За сколько номеров',
  periods: { 1: 'последний номер', 4: 'последние 4', 12: 'последние 12', 52: 'последние 52', 10000: 'все номера' },
  regions: 'Регионы и организации',
  byRubric: 'Рубрики и читатели',
  byDistrict: 'Округа',
  district: 'Округ',
  allDistricts: 'все округа',
  otherDistrict: 'округ не указан',
  show: 'Показать',
  shown: { all: 'все регионы', silent: 'о которых не писали', present: 'о которых писали' },
  columns: {
    region: 'Регион',
    district: 'Округ',
    organisations: 'Организации',
    stories: 'Материалов',
    last: 'Последний раз',
    missed: 'С тех пор номеров',
    rubric: 'Рубрика',
    members: 'Членам Профсоюза',
    public: 'Власти, СМИ, партнёрам',
    unsaid: 'Не сказано',
  },
  never: 'не появлялся',
  missed: (count: number) => plural(count, missed),
  noRubric: 'без рубрики',
  summary: (present: number, all: number, count: number) => `${present} из ${all} регионов в ${plural(count, issues)}`,
  withoutRegion: (count: number) => `Регион не назван: ${plural(count, articles)}. Его указывают в задании материала.`,
  empty: 'В номерах ещё ничего не стоит, считать нечего.',
  export: 'Сохранить таблицу',
  exported: (file: string) => `Таблица сохранена: ${file}`,
} as const
