import { plural } from '../plural.ts'
import { files } from './nouns.ts'

/** Words of the settings. */
export const settings = {
  title: 'Настройки',
  parts: {
    publication: 'Издание',
    style: 'Оформление полос',
    staff: 'Сотрудники',
    printers: 'Типографии',
    channels: 'Каналы',
    folder: 'Папка',
    look: 'Вид',
  },
  look: {
    density: 'Плотность',
    densities: { normal: 'Обычная', compact: 'Плотнее', large: 'Просторнее' },
    textSize: 'Размер текста',
    percent: (percent: string) => `${percent}\u00a0%`,
    hint: 'Действует на этом компьютере сразу; в папке редакции ничего не меняется.',
  },
  publication: {
    name: 'Название газеты',
    motto: 'Девиз под названием',
    portal: 'Сайт',
    portalHint: 'Адрес, на который ведут ссылки из публикаций.',
    portalError: 'Впишите адрес целиком, например https://eseur.ru.',
    joinAddress: '«Вступить в Профсоюз!»',
    joinAddressHint: 'Адрес сервиса для QR-кода на полосе; пока пусто, код ведёт на сайт.',
    joinAddressError: 'Впишите адрес целиком, с https://, или оставьте поле пустым.',
    storyAddress: 'Адрес материала на сайте',
    storyAddressHint:
      'Для QR-кода в конце материала: газета печатается раньше, чем он выходит на сайте. {slug} — заголовок латиницей, {id} — короткий номер материала. Например, https://eseur.ru/{slug}. Пока пусто, код ведёт на вышедший материал.',
    storyAddressError: 'Впишите адрес целиком, с https:// и с {slug} или {id} в нём, или оставьте поле пустым.',
    nameError: 'Без названия газета не выйдет.',
    imprint: 'Выходные данные',
    imprintHint: 'Каждая строка — отдельная строка на последней полосе.',
    weekday: 'День выхода',
    weekdays: ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'],
    runningNumber: 'Номеров вышло до первого, сделанного здесь',
    runningNumberHint: 'От него идёт сквозная нумерация: № 47 (1295).',
    runningNumberError: 'Впишите целое число, от нуля.',
    autosave: 'Сохраняется само, когда вы выходите из поля.',
  },
  staff: {
    empty: 'Сотрудников ещё нет.',
    name: 'Имя',
    roles: 'Роли',
    you: 'это вы',
    hint: 'Кто вы за этим компьютером, выбирают в шапке справа.',
  },
  folder: {
    path: 'Рабочая папка',
    pathHint: 'Её можно скопировать целиком: в ней тексты, номера, снимки и настройки.',
    check: 'Проверить файлы',
    checking: 'Проверяем файлы…',
    clean: 'Все файлы целы.',
    found: (count: number) => `Замечания: ${plural(count, files)}.`,
    repair: 'Исправить, что можно без потерь',
    repaired: 'исправлено',
    mended: (count: number) => `Исправлено: ${plural(count, files)}. Папка открыта снова.`,
  },
} as const
