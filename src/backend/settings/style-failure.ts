import { counted } from '../../shared/language/plural.ts'
import type { StyleFault } from '../../shared/settings/style-faults.ts'

const number = (value: number): string => String(value).replace('.', ',')
const sizeNames = { lead: 'лида', subhead: 'подзаголовка в тексте', sidebar: 'справки' } as const
const inkNames = { accent: 'Акцент', tint: 'Подложка' } as const

/** What does not fit together in a style, and what to do about it. */
export const describeStyleFault = (fault: StyleFault): { readonly what: string; readonly todo: string } => {
  switch (fault.kind) {
    case 'columnsNarrow':
      return {
        what: `${counted(fault.columns, 'колонка', 'колонки', 'колонок')} по ${number(fault.width)} мм — узко для такого кегля: нужно не меньше ${number(fault.least)} мм.`,
        todo: 'Возьмите меньше колонок, шире полосу или мельче кегль.',
      }
    case 'pageLow':
      return {
        what: `На полосе всего ${counted(fault.rows, 'строка', 'строки', 'строк')}, а нужно не меньше ${fault.least}.`,
        todo: 'Возьмите выше полосу, меньше поля или интерлиньяж.',
      }
    case 'leadingTight':
      return {
        what: `Интерлиньяж ${number(fault.leading)} пт меньше кегля ${number(fault.size)} пт: строки налезут друг на друга.`,
        todo: 'Увеличьте интерлиньяж или уменьшите кегль текста.',
      }
    case 'tooTall':
      return {
        what: `Кегль ${sizeNames[fault.of]} ${number(fault.size)} пт больше интерлиньяжа ${number(fault.leading)} пт.`,
        todo: 'Уменьшите кегль: эти строки стоят на общей сетке.',
      }
    case 'headlinesCrossed':
      return {
        what: `Наименьший заголовок (${number(fault.smallest)} пт) больше наибольшего второго (${number(fault.largest)} пт).`,
        todo: 'Уменьшите первый или увеличьте второй.',
      }
    case 'accentPale':
      return {
        what: `Акцент бледен для текста: контраст с бумагой ${number(fault.contrast)} : 1, нужно ${number(fault.least)} : 1.`,
        todo: 'Добавьте краски.',
      }
    case 'tintDark':
      return { what: 'Подложка темна: текст на ней будет трудно читать.', todo: 'Убавьте краски.' }
    case 'inkHeavy':
      return {
        what: `${inkNames[fault.of]}: сумма красок ${fault.sum} %, а газетная бумага держит ${fault.most} %.`,
        todo: 'Убавьте краски.',
      }
  }
}
