import type { Failure } from '../../../shared/api/result.ts'

type Sentences = Omit<Failure, 'code' | 'reference'>

/** What the window itself has to say of an answer that did not come or could not be read. */
export const api = {
  lost: {
    what: 'Связь с программой потеряна.',
    safe: 'Всё, что отмечено как сохранённое, лежит на диске.',
    todo: 'Проверьте, что программа запущена: связь восстановится сама.',
  },
  misunderstood: {
    what: 'Программа ответила не так, как ожидалось.',
    safe: 'Сохранённое не пострадало.',
    todo: 'Перезагрузите окно. Если это повторится, передайте код ошибки тому, кто обслуживает программу.',
  },
  layoutBroken: {
    what: 'Вёрстка в этом окне остановилась.',
    safe: 'Тексты и номер не пострадали, экспорт в PDF работает.',
    todo: 'Перезагрузите окно. Если это повторится, передайте код ошибки тому, кто обслуживает программу.',
  },
} as const satisfies Record<string, Sentences>
