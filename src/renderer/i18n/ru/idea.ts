import { plural } from '../plural.ts'

const files = { one: 'файл', few: 'файла', many: 'файлов' }

/** Words of the inbox of pitches. */
export const idea = {
  title: 'Предложения',
  hint: 'Письма (.eml), тексты и снимки можно бросить сюда.',
  dropHere: 'Отпустите: письма и файлы станут предложениями',
  choose: 'Взять письма и файлы…',
  add: 'Записать предложение…',
  empty: 'Новых предложений нет.',
  waiting: 'Ждут решения',
  decided: 'Решённые',
  from: (sender: string) => `от: ${sender}`,
  unknownSender: 'кто прислал, не сказано',
  files: (count: number) => plural(count, files),
  topic: 'В темы',
  assignment: 'Дать задание',
  text: 'Взять текст',
  decline: 'Отклонить…',
  topicOf: (subject: string) => `В темы: ${subject}`,
  assignmentOf: (subject: string) => `Дать задание: ${subject}`,
  textOf: (subject: string) => `Взять текст: ${subject}`,
  declineOf: (subject: string) => `Отклонить: ${subject}`,
  accepted: (who: string) => `принято: ${who}`,
  declined: (who: string, reason: string) => `отклонено: ${who}. ${reason}`,
  open: 'открыть материал',
  received: 'Предложения записаны.',
  form: {
    title: 'Предложение',
    sender: 'Кто предлагает',
    mail: 'Почта',
    subject: 'О чём',
    subjectError: 'Скажите в двух словах, о чём.',
    text: 'Подробности',
    save: 'Записать',
    reason: 'Почему',
    reasonHint: 'Автор получит ответ от вас, программа ничего не посылает.',
    reasonError: 'Назовите причину: её захотят узнать.',
    decline: 'Отклонить',
    declineTitle: 'Отклонить предложение',
  },
} as const
