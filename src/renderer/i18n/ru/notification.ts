import { plural } from '../plural.ts'
import { articles } from './nouns.ts'

/** Words of what a person is told of. */
export const notification = {
  bell: (unread: number) => (unread === 0 ? 'Уведомления, новых нет' : `Уведомления, новых: ${unread}`),
  title: 'Уведомления',
  empty: 'Уведомлений нет.',
  readAll: 'Отметить прочитанными',
  fresh: 'новое',
  choose: 'О чём сообщать',
  kinds: {
    assigned: 'мне дали задание',
    returned: 'мне вернули материал',
    mentioned: 'меня позвали в комментарии',
    toSign: 'ждёт моей подписи',
    dueSoon: 'срок скоро',
    late: 'срок прошёл',
    escalation: 'номер не готов к подписи в печать',
  },
  untitled: 'Без заголовка',
  issue: (serial: string) => `Номер ${serial}`,
  said: {
    assigned: (who: string) => `Задание вам, ${who}`,
    returned: (who: string) => `Вернули вам на доработку, ${who}`,
    mentioned: (who: string) => `Вас зовут в комментарии, ${who}`,
    toSign: 'Ждёт вашей подписи',
    toSignIssue: 'Все полосы подписаны: номер ждёт подписи в печать',
    dueSoon: (when: string) => `Срок скоро: ${when}`,
    late: (when: string) => `Срок прошёл: ${when}`,
    escalation: (count: number, when: string) => `Не утверждено: ${plural(count, articles)}. Подпись в печать: ${when}`,
  },
  somebody: 'не указано, кто',
  many: (count: number) => `Новых уведомлений: ${count}`,
  manyBody: 'Откройте «Уведомления» в шапке программы.',
} as const
