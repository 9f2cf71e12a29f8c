import type { Cadence } from '../../../shared/rubric/rubric.ts'
import { plural } from '../plural.ts'

const issues = { one: 'номер', few: 'номера', many: 'номеров' }
const issuesEvery = { one: 'номер', few: 'номера', many: 'номеров' }

/** Words of the catalogue of rubrics, projects and events. */
export const rubric = {
  title: 'Рубрики и проекты',
  rubrics: 'Рубрики',
  projects: 'Проекты',
  events: 'События',
  newRubric: 'Новая рубрика…',
  newProject: 'Новый проект…',
  newEvent: 'Новое событие…',
  noRubrics: 'Рубрик в каталоге ещё нет: заведите первую, и станет видно, когда она выходила.',
  noProjects: 'Проектов ещё нет: программа, конкурс, марафон или форум, за которым следит газета.',
  noEvents: 'Впереди событий не записано. Запишите дату, и программа напомнит о теме к нужному номеру.',
  strangers: 'Стоят над материалами, но в каталоге их нет:',
  adopt: (name: string) => `Завести рубрику «${name}»`,
  columns: {
    name: 'Рубрика',
    owner: 'Ведёт',
    cadence: 'Как часто',
    last: 'Последний раз',
    missed: 'Не выходила',
    state: 'К ближайшему номеру',
    stories: 'Материалов',
    project: 'Проект',
    kind: 'Что это',
    rhythm: 'Ритм',
    dates: 'Даты',
    event: 'Событие',
    day: 'Когда',
    issue: 'В номер',
    topic: 'Тема',
  },
  cadence: (cadence: Cadence): string =>
    cadence.kind === 'monthly'
      ? 'раз в месяц'
      : cadence.kind === 'free'
        ? 'по случаю'
        : cadence.every === 1
          ? 'в каждом номере'
          : `раз в ${plural(cadence.every, issuesEvery)}`,
  never: 'ещё не выходила',
  missed: (count: number) => (count === 0 ? 'вышла в последнем' : plural(count, issues)),
  states: { planned: 'стоит', resting: 'может подождать', due: 'пора', late: 'пропущена' },
  plannedIn: (serial: string) => `стоит в № ${serial}`,
  closed: 'закрыта',
  closedProject: 'завершён',
  inIssue: (serial: string) => `№ ${serial}`,
  dates: (from: string, to: string) =>
    from === '' ? (to === '' ? 'не назначены' : `до ${to}`) : to === '' ? `с ${from}` : `${from} — ${to}`,
  kinds: { programme: 'программа', contest: 'конкурс', marathon: 'марафон', forum: 'форум' },
  rhythms: { monthly: 'каждый месяц', yearly: 'каждый год', once: 'один раз' },
  yearly: 'каждый год',
  noIssue: 'номер ещё не заведён',
  propose: 'В темы',
  give: 'Дать задание',
  proposeOf: (name: string) => `Предложить тему: ${name}`,
  giveOf: (name: string) => `Дать задание: ${name}`,
  openStory: (headline: string) => headline || 'без заголовка',
  form: {
    rubric: 'Рубрика',
    project: 'Проект',
    event: 'Событие',
    name: 'Название',
    nameError: 'Впишите название.',
    owner: 'Кто ведёт',
    nobody: 'никто',
    cadence: 'Как часто выходит',
    cadences: { issues: 'раз в несколько номеров', monthly: 'раз в месяц', free: 'по случаю' },
    every: 'Раз во сколько номеров',
    everyError: 'Целое число от 1 до 60.',
    audience: 'Для кого',
    note: 'Заметка',
    closed: 'Больше не выходит',
    closedProject: 'Завершён',
    kind: 'Что это',
    rhythm: 'Ритм',
    from: 'Начало',
    to: 'Конец',
    datesError: 'Конец раньше начала.',
    usualRubric: 'Под какой рубрикой',
    day: 'День',
    dayError: 'Укажите день.',
    yearly: 'Повторяется каждый год',
    story: 'Материал выходит',
    stories: { before: 'до события: анонс', after: 'после события: рассказ' },
    topic: 'О чём написать',
    topicHint: 'Пусто — тема называется, как событие.',
    region: 'Регион',
    ofProject: 'Проект',
    noProject: 'без проекта',
    save: 'Сохранить',
    remove: 'Убрать событие',
  },
} as const
