import type { Role } from '../workflow/states.ts'
import { type Right, rights } from './rights.ts'

/** Roles as people read them. */
export const roleLabels: Readonly<Record<Role, string>> = {
  editorInChief: 'главный редактор',
  managingEditor: 'ответственный секретарь',
  issueEditor: 'выпускающий редактор',
  sectionEditor: 'редактор отдела',
  subEditor: 'литературный редактор',
  proofreader: 'корректор',
  layoutArtist: 'верстальщик',
  pictureEditor: 'бильд-редактор',
  reporter: 'корреспондент',
  stringer: 'внештатный автор',
  socialEditor: 'SMM-редактор',
}

/** What somebody with a right may do, as a refusal begins to say it. */
const rightLabels: Readonly<Record<Right, string>> = {
  planIssue: 'Заводить номера и вести календарь',
  layOutPage: 'Размещать материалы и менять макет полос',
  prepareForPrint: 'Менять оформление полос и условия типографий',
  keepAdvert: 'Вести рекламу',
  describePublication: 'Менять сведения об издании',
  giveAssignment: 'Давать задания и вести рубрики, авторов и темы',
  keepHouseStyle: 'Менять правила написания',
  passError: 'Пропускать ошибки проверки',
  passWarning: 'Пропускать замечания проверки',
  connectChannel: 'Подключать каналы',
  publish: 'Публиковать в каналах',
  retract: 'Отзывать вышедшее',
  approveAdvert: 'Утверждать рекламу',
  signPage: 'Подписывать полосы',
  signIssue: 'Подписывать номер в печать',
  sendPage: 'Отправлять полосы в типографию',
}

const list = new Intl.ListFormat('ru', { type: 'conjunction' })

/** Who has a right, for people: «Публиковать в каналах могут главный редактор и SMM-редактор.» */
export const whoMay = (right: Right): string => {
  const named = rights[right].map((role) => roleLabels[role])
  return `${rightLabels[right]} ${named.length === 1 ? 'может' : 'могут'} ${list.format(named)}.`
}
