import { imprintLineIds } from '../../../shared/settings/imprint-lines.ts'
import { publicationSchema } from '../../../shared/settings/settings.ts'
import type { StaffMember } from '../../../shared/staff/staff.ts'
import type { Role } from '../../../shared/workflow/states.ts'

/** The newspaper of the demo newsroom. */
export const demoPublication = publicationSchema.parse({
  name: 'Профсоюзная среда',
  imprint: [
    'Учебный выпуск газеты «Профсоюзная среда»',
    'Учредитель и издатель: Профсоюз',
    'Главный редактор: У. Ч. Учебный',
    'Адрес редакции и издателя: 101000, г. Москва, Учебный проезд, д. 1',
    'Телефон: 8 (000) 000-00-00. Почта: редакция@пример.рф',
    'Выходит по средам. Знак информационной продукции: 12+',
    'Номер подписан в печать: по графику в 18:00, фактически в 18:00',
    'Отпечатано: учебная типография, 101000, г. Москва, Учебный проезд, д. 2',
    'Тираж 999 экз. Цена свободная',
  ],
  // With fewer than a thousand copies a newspaper need not be registered (№ 2124-1, article 12).
  requiredLines: imprintLineIds.filter((id) => id !== 'registration'),
  runningNumber: 1294,
})

/** One person for each role, called by it. */
export const demoStaff: readonly StaffMember[] = (
  [
    ['editorInChief', 'Главный редактор'],
    ['managingEditor', 'Ответственный секретарь'],
    ['issueEditor', 'Выпускающий редактор'],
    ['sectionEditor', 'Редактор отдела'],
    ['subEditor', 'Литературный редактор'],
    ['proofreader', 'Корректор'],
    ['layoutArtist', 'Верстальщик'],
    ['pictureEditor', 'Бильд-редактор'],
    ['reporter', 'Корреспондент'],
    ['socialEditor', 'SMM-редактор'],
  ] satisfies readonly (readonly [Role, string])[]
).map(([role, name]) => ({ id: role, name, roles: [role] }))
