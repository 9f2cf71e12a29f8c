import { plural } from '../plural.ts'
import { articleKeys } from './article.ts'
import { files } from './nouns.ts'
import { pageKeyRows } from './page.ts'

/** Words of the frame: rail, bar, banners, keys. */
export const app = {
  sections: 'Разделы',
  bar: 'Шапка',
  work: 'Рабочая область',
  notices: 'Состояние программы',
  section: {
    desk: 'Мой стол',
    issue: 'Номер',
    article: 'Материалы',
    page: 'Полосы',
    publishing: 'Публикация',
    advert: 'Реклама',
    calendar: 'Календарь',
    signoff: 'На подпись',
    settings: 'Настройки',
  },
  /** Things that wait for the person, beside a section. */
  waitingFor: (count: number) => `ждёт вас: ${count}`,
  issueSwitcher: 'Номер, с которым вы работаете',
  noIssue: 'Номера ещё нет',
  issueTitle: (serial: string) => `№ ${serial}`,
  newIssue: 'Новый номер…',
  who: 'Кто вы?',
  whoTitle: 'Кто вы',
  whoFirst: 'Не выбрано, кто за программой: смотреть можно, менять нельзя. Выберите себя в шапке справа, «Кто вы?».',
  whoHint: 'От чьего имени сдавать, возвращать и утверждать',
  theme: 'Оформление',
  themes: { system: 'Как в системе', light: 'Светлая', dark: 'Тёмная' },
  /** The button that shows what is chosen. */
  themeIs: { system: 'Оформление: как в системе', light: 'Оформление: светлое', dark: 'Оформление: тёмное' },
  language: 'Язык',
  languageIs: 'Язык: русский',
  /** Each language by its own name, so that it is found from any other. */
  languages: { ru: 'Русский', en: 'English', system: 'Как в системе' },
  closeFolder: 'Закрыть папку',
  folderMenu: 'Оформление, клавиши, папка',
  newspaperClock: (time: string) => `${time} по Москве`,
  saved: (time: string) => `Сохранено в ${time}`,
  saving: 'Сохраняем…',
  unsaved: (time: string) => `Не сохранено, ${time}`,
  lost: 'Связь с программой потеряна. Сохранённое лежит на диске; проверьте, что программа запущена, связь восстановится сама.',
  readOnly: 'Папка открыта только для чтения: смотреть можно, менять нельзя.',
  heldBy: (holder: string) => `Папка открыта только для чтения: её держит ${holder}. Закройте её там и откройте здесь снова.`,
  unknownAddress: 'Такой страницы нет.',
  toIssue: 'К номеру',
  find: 'Найти или выполнить',
  findButton: 'Найти или выполнить…',
  planning: {
    label: 'Планирование',
    issues: 'Номера',
    parts: {
      archive: 'Архив',
      rubrics: 'Рубрики и проекты',
      geography: 'География',
      ideas: 'Предложения',
      authors: 'Авторы и строкаж',
    },
  },
  palette: {
    section: 'раздел',
    action: 'действие',
    issue: 'номер',
    page: (page: number) => `Полоса ${page}`,
    place: (issue: string, page: number) => `№ ${issue}, с. ${page}`,
    nothing: 'Ничего не нашлось. Попробуйте другое слово, меньше слов или фамилию автора.',
    hint: 'Слова в любой форме · «точная фраза» · № 47 · фамилия автора',
    found: (shown: string, total: string) => `Показано ${shown} из ${total}; добавьте слово, чтобы сузить`,
    indexing: (done: string, total: string) => `Индексируется: ${done} из ${total}`,
  },
  offer: {
    title: (count: number) => (count === 1 ? 'Принять файл?' : `Принять ${plural(count, files)}?`),
    question: 'Тексты лягут в открытую редакцию как новые материалы. Сами файлы не изменятся.',
    noNewsroom: 'Откройте редакцию, в которую их принять: файлы подождут.',
    take: 'Принять',
    working: 'Принимаем…',
    folderTitle: 'Папка не открылась',
  },
  keys: 'Клавиши',
  keysHint: 'Клавиши одни и те же на русской и латинской раскладке.',
  keyLists: {
    everywhere: 'Везде',
    start: 'Начало',
    issue: 'План номера',
  },
  keyNames: {
    regions: 'Следующая, предыдущая область',
    keyList: 'Этот список',
    escape: 'Закрыть, отменить',
    choose: 'Выбрать материал',
    toHandle: 'К ручке переноса',
    take: 'Взять материал',
    place: 'Выбрать полосу',
    put: 'Поставить',
    putBack: 'Вернуть на место',
  },
  /** Keys of the other screens, by place: name and keys. */
  moreKeys: [articleKeys, pageKeyRows] as readonly {
    readonly title: string
    readonly rows: readonly (readonly [string, string])[]
  }[],
} as const
