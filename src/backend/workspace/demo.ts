import { join } from 'node:path'
import { failure, type Result, success } from '../../shared/api/result.ts'
import { orderBetween, type Placement } from '../../shared/issue/placement.ts'
import { publicationSchema } from '../../shared/settings/settings.ts'
import type { StaffMember } from '../../shared/staff/staff.ts'
import type { Role, WorkflowAction } from '../../shared/workflow/states.ts'
import { importPaths } from '../article/import/import-files.ts'
import type { Environment } from '../environment.ts'
import { createNewsroom, type Newsroom, openNewsroom } from '../newsroom.ts'
import { actOn } from '../workflow/act.ts'

const serial = '47 (1295)'

const issue = { serial, plannedFor: '2026-11-25', pages: 4, columns: 5, status: 'inProgress' } as const

const publication = publicationSchema.parse({
  name: 'Профсоюзная среда',
  imprint: [
    'Учебный выпуск газеты «Профсоюзная среда»',
    'Учредитель и издатель: Профсоюз',
    'Главный редактор: назначается учредителем',
    'Адрес редакции и издателя: 101000, г. Москва, Учебный проезд, д. 1',
    'Телефон: 8 (000) 000-00-00. Почта: редакция@пример.рф',
    'Выходит по средам. Знак информационной продукции: 12+',
    'Номер подписан в печать: по графику в 18:00, фактически в 18:00',
    'Отпечатано в учебной типографии. Цена свободная',
  ],
  runningNumber: 1294,
})

const staff: readonly StaffMember[] = (
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

/** How far each story has come, and the page it stands on, in the order of the files. */
const stories: readonly { readonly page: number; readonly done: readonly WorkflowAction[] }[] = [
  { page: 1, done: ['edit', 'proofread', 'approve'] },
  { page: 2, done: ['edit', 'proofread', 'approve'] },
  { page: 2, done: ['edit', 'proofread', 'approve'] },
  { page: 3, done: ['edit', 'proofread', 'approve'] },
  { page: 3, done: ['edit'] },
  { page: 4, done: [] },
]

const whoDoes: Partial<Record<WorkflowAction, Role>> = { edit: 'subEditor', proofread: 'proofreader', approve: 'editorInChief' }

const incomplete = (detail: string): Result<never> =>
  failure('unavailable', `Учебная редакция не создана: ${detail}`, {
    todo: 'Переустановите программу или создайте пустую редакцию.',
  })

const fill = async (newsroom: Newsroom, articles: string): Promise<Result<null>> => {
  const report = await importPaths(newsroom, [articles], null, 'reporter')
  const complaint = report.map(({ problem, warnings }) => problem ?? warnings[0]).find((text) => text !== undefined)
  const ids = report.flatMap(({ article }) => article ?? [])
  if (complaint || ids.length !== stories.length) return incomplete(complaint ?? `текстов ${ids.length}, а не ${stories.length}.`)
  const places = new Map<string, Placement>()
  let order: string | null = null
  for (const [i, { page, done }] of stories.entries()) {
    const id = ids[i] ?? ''
    order = orderBetween(order, null)
    places.set(id, { page, slot: 'auto', order, continuation: null })
    for (const action of done) {
      const acted = await actOn(newsroom, action, [id], whoDoes[action] ?? null, '')
      if (!acted.ok) return acted
    }
  }
  await newsroom.issues.create(issue)
  await newsroom.issues.place(serial, places)
  return success(null)
}

/**
 * Makes a newsroom to learn and try with in an empty or absent folder: a staff, six stories on their way and one issue
 * planned with them. It goes through the same import, workflow and stores as everything people do.
 */
export const createDemoNewsroom = async (environment: Environment, folder: string): Promise<Result<null>> => {
  const articles = join(environment.resources, 'demo', 'articles')
  if (!(await environment.files.facts(articles))) return incomplete(`в программе нет папки ${articles}.`)
  const created = await createNewsroom(environment, folder, { staff, publication })
  if (!created.ok) return created
  const opened = await openNewsroom(environment, folder, () => undefined)
  if (!opened.ok) return opened
  try {
    return await fill(opened.value, articles)
  } finally {
    await opened.value.close()
  }
}
