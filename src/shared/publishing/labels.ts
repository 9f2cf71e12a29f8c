import type { DeliveryStatus } from './delivery.ts'

/** States of a delivery as people read them. */
export const deliveryLabels: Readonly<Record<DeliveryStatus, string>> = {
  queued: 'ждёт',
  sending: 'отправляется',
  published: 'опубликовано',
  failed: 'ошибка',
  unknown: 'результат неизвестен',
  held: 'придержано',
  needsPerson: 'нужен человек',
  cancelled: 'отменена',
}
