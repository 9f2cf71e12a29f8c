import type { Publication } from '../../../shared/settings/settings.ts'
import { aboutImprint, type Found } from '../found.ts'

interface RequiredLine {
  readonly name: string
  readonly says: (imprint: string) => boolean
  readonly example: string
}

const has =
  (...patterns: readonly RegExp[]) =>
  (imprint: string): boolean =>
    patterns.every((pattern) => pattern.test(imprint))

/** An address follows within the line: an index, a town or a street. */
const address = /\d{6}|(?:^|[\s,])(?:г\.|ул\.|просп|проезд|пер\.|наб\.|шоссе|д\. ?\d)/u

const lineWith =
  (...patterns: readonly RegExp[]) =>
  (imprint: string): boolean =>
    imprint.split('\n').some((line) => patterns.every((pattern) => pattern.test(line)))

/**
 * What a periodical must say of itself: article 27 of the law «О средствах массовой информации» (№ 2124-1) and the age
 * mark of law № 436-ФЗ. Name, number and date stand in the nameplate and the running heads already.
 */
const requiredLines: readonly RequiredLine[] = [
  { name: 'учредитель', says: has(/учредител/iu), example: 'Учредитель: …' },
  {
    name: 'фамилия и инициалы главного редактора',
    says: lineWith(
      /(?:главн\p{L}*\s+редактор|гл\.\s*ред)\p{L}*[\s:.—–-]+\p{Lu}/iu,
      /редактор\p{L}*[\s:.—–-]+\p{Lu}|ред\.[\s:—–-]*\p{Lu}/u,
    ),
    example: 'Главный редактор: И. О. Фамилия',
  },
  {
    name: 'время подписания в печать: по графику и фактическое',
    says: has(/подписан\p{L}*\s+в\s+печать/iu, /график/iu, /фактическ/iu),
    example: 'Подписано в печать: по графику 18:00, фактически 18:00',
  },
  { name: 'тираж', says: has(/тираж\D{0,12}\d/iu), example: 'Тираж 10 000 экз.' },
  { name: 'цена', says: has(/цена|бесплатн/iu), example: 'Цена свободная (или «Бесплатно»)' },
  { name: 'адрес редакции', says: lineWith(/редакци/iu, address), example: 'Адрес редакции: 101000, г. Москва, …' },
  { name: 'адрес издателя', says: lineWith(/издател/iu, address), example: 'Адрес издателя: 101000, г. Москва, …' },
  {
    name: 'адрес типографии',
    says: lineWith(/отпечатан|типографи/iu, address),
    example: 'Отпечатано: типография «…», 101000, г. Москва, …',
  },
  { name: 'знак информационной продукции', says: has(/(?<!\d)\d{1,2}\s?\+/u), example: '12+' },
  {
    name: 'сведения о регистрации',
    says: has(/регистрац|зарегистрирован|свидетельств|(?:^|\s)(?:ПИ|Эл)\s*№/iu),
    example: 'Свидетельство о регистрации ПИ № ФС 77-…',
  },
]

const ageMarks = new Set(['0', '6', '12', '16', '18'])

/** I01 and I02: lines the law asks for that the imprint lacks, and an age mark that does not exist. */
export const imprintFindings = ({ imprint }: Publication): readonly Found[] => {
  const text = imprint.join('\n')
  const about = { page: null, object: aboutImprint }
  const missing = requiredLines
    .filter(({ says }) => !says(text))
    .map(
      ({ name, example }): Found => ({
        ...about,
        rule: 'I01',
        message: `В выходных данных нет строки: ${name}.`,
        todo: `Впишите в настройках издания, например: «${example}».`,
      }),
    )
  const marks = [...text.matchAll(/(?<!\d)(\d{1,2})\s?\+/gu)].map(([, mark = '']) => mark)
  const wrong = marks.find((mark) => !ageMarks.has(mark))
  if (wrong === undefined) return missing
  return [
    ...missing,
    {
      ...about,
      rule: 'I02',
      message: `Знака «${wrong}+» нет: бывают 0+, 6+, 12+, 16+ и 18+.`,
      todo: 'Исправьте знак в выходных данных: настройки издания.',
    },
  ]
}
