import { join } from 'node:path'
import type { PageDummy } from '../../../shared/issue/page-dummy.ts'
import { advertHash } from '../../advert/advert-store.ts'
import type { Newsroom } from '../../newsroom.ts'

interface DemoAdvert {
  readonly title: string
  readonly advertiser: string
  readonly token: string
  readonly modules: number
  /** A picture in `resources/demo/adverts`; null for one that is still awaited. */
  readonly file: string | null
  readonly page: number
}

const adverts: readonly DemoAdvert[] = [
  { title: 'Вступить в Профсоюз!', advertiser: 'Профсоюз образования', token: '', modules: 4, file: 'join.jpg', page: 4 },
  {
    title: 'Тетради и журналы для школ',
    advertiser: 'Типография «Чистый лист»',
    token: '2Vtzq0000000demo',
    modules: 4,
    file: 'paper.jpg',
    page: 4,
  },
  { title: 'Окна для школ', advertiser: 'Мастерская «Светлый класс»', token: '', modules: 7, file: null, page: 6 },
]

const box = (id: string, column: number, span: number, row: number, rows: number) => ({
  id,
  column,
  span,
  row,
  rows,
  locked: false,
})

/** Two pages with adverts: one where both came, one where the place is kept. */
const dummiesWith = (ids: readonly string[]): ReadonlyMap<string, PageDummy> => {
  const [own = null, paid = null, awaited = null] = ids
  const page = (zones: PageDummy['zones']): PageDummy => ({ template: null, zones })
  return new Map([
    [
      '4',
      page([
        { kind: 'story', ...box('top', 0, 5, 0, 58) },
        { kind: 'story', ...box('side', 0, 3, 60, 38) },
        { kind: 'advert', ...box('advert-1', 3, 2, 60, 18), advert: own },
        { kind: 'advert', ...box('advert-2', 3, 2, 80, 18), advert: paid },
      ]),
    ],
    [
      '6',
      page([
        { kind: 'story', ...box('top', 0, 5, 0, 43) },
        { kind: 'story', ...box('side', 0, 3, 45, 53) },
        { kind: 'join', ...box('join', 3, 2, 45, 18) },
        { kind: 'advert', ...box('advert-1', 3, 2, 65, 33), advert: awaited },
      ]),
    ],
  ])
}

/** Zones of stories that do not take the first free one. */
const slots: Readonly<Record<number, readonly string[]>> = { 6: ['side', 'top'] }

/**
 * Puts adverts into the issue: the newspaper's own and a paid one with their files, approved, and one whose place is kept
 * while its file is awaited until `deadline`.
 */
export const addDemoAdverts = async (newsroom: Newsroom, texts: string, serial: string, deadline: number): Promise<void> => {
  const { environment } = newsroom
  const ids: string[] = []
  for (const { title, advertiser, token, modules, file, page } of adverts) {
    const id = environment.newId()
    const at = environment.now()
    const added =
      file === null
        ? null
        : await newsroom.media.add(file, await environment.files.read(join(texts, 'adverts', file)), 'document')
    const medium = added?.ok ? added.value.id : null
    const content = { title, advertiser, token, columns: 2, modules, file: medium }
    const approval = { person: 'editorInChief', role: 'editorInChief' as const, at, contentHash: advertHash(content) }
    await newsroom.adverts.put(id, {
      schemaVersion: 1,
      content,
      order: { issue: serial, page, deadline: medium === null ? deadline : null },
      withdrawn: false,
      createdAt: at,
      approvals: medium === null ? [] : [approval],
      changedAfterApproval: false,
    })
    ids.push(id)
  }
  const issue = await newsroom.issues.get(serial)
  const placed = Object.entries(issue?.placements ?? {}).sort(([, a], [, b]) => (a.order < b.order ? -1 : 1))
  const moved = Object.entries(slots).flatMap(([page, names]) =>
    placed
      .filter(([, placement]) => placement.page === Number(page))
      .flatMap(([article, placement], index) => {
        const slot = names[index]
        return slot === undefined ? [] : [[article, { ...placement, slot }] as const]
      }),
  )
  await newsroom.issues.place(serial, new Map(moved), dummiesWith(ids))
}
