import { plural } from '../plural.ts'
import { days, hours, lines, minutes } from './nouns.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Words of the building blocks: buttons every dialog has, names for assistive technology. */
export const ui = {
  cancel: 'Отмена',
  close: 'Закрыть',
  done: 'Готово',
  retry: 'Повторить',
  copyCode: 'Скопировать код',
  copied: 'Скопировано',
  errorCode: 'Код ошибки',
  details: 'Подробности',
  stop: 'Отменить',
  dismiss: 'Убрать сообщение',
  messages: 'Сообщения',
  chooseOne: 'Выберите',
  openList: 'Показать список',
  /** A deadline that has passed: by how many milliseconds. */
  lateBy: (late: number): string =>
    late < hour
      ? `опаздывает на ${plural(Math.max(1, Math.floor(late / minute)), minutes)}`
      : late < day
        ? `опаздывает на ${plural(Math.floor(late / hour), hours)}`
        : `опаздывает на ${plural(Math.floor(late / day), days)}`,
  late: 'опаздывает',
  due: (when: string) => `срок: ${when}`,
  wasDue: (when: string) => `срок был: ${when}`,
  of: (done: string, all: string) => `${done} из ${all}`,
  /** Lines that do not fit, lines that are missing. */
  overset: (count: number) => `хвост ${plural(count, lines)}`,
  underset: (count: number) => `недобор ${plural(count, lines)}`,
} as const
