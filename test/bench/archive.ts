// A newsroom with years of work in it, for measuring: `node test/bench/archive.ts 50000` prints its folder;
// a second number says how many issues they fill.
import { cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Environment } from '../../src/backend/environment.ts'
import { createNewsroom, type Newsroom, openNewsroom } from '../../src/backend/newsroom.ts'
import { nodeEnvironment } from '../../src/backend/node-environment.ts'
import { diskFiles, type Files } from '../../src/backend/store/files.ts'
import { newWorkflowRecord } from '../../src/backend/workflow/act.ts'
import { contentHash } from '../../src/backend/workflow/content-hash.ts'
import type { WorkflowRecord } from '../../src/backend/workflow/workflow-store.ts'
import { type ArticleContent, type Block, emptyContent } from '../../src/shared/article/content.ts'
import { orderBetween, type Placement } from '../../src/shared/issue/placement.ts'
import { publicationSchema } from '../../src/shared/settings/settings.ts'
import { seeded } from './stories.ts'

export interface ArchiveOptions {
  readonly articles: number
  /** How many issues six in ten of them stand in; one for every hundred articles where nobody says. */
  readonly issues?: number
  readonly seed?: number
}

/** Bumped when the archive would come out otherwise: an older one in the cache is then left alone. */
const version = 1

/** The latest moment in the archive. */
const today = Date.UTC(2026, 10, 23, 9)
const hour = 3_600_000
const week = 7 * 24 * hour
const perIssue = 60
/** How many of the articles stand in an issue. */
const placedPart = 0.6
const perPicture = 10

const rubrics = [
  ...['Профсоюзная жизнь', 'Профсоюз помог', 'Право на право', 'Первый урок', 'Конкурс', 'Мнение', 'Охрана труда'],
  ...['Колдоговор', 'Регионы', 'Общество', 'Ёлка для всех', 'Спорт', 'Здоровье', 'Письма', 'История', 'Цифра недели'],
]
const surnames = [
  ...['Иванова', 'Петров', 'Сидорова', 'Кузнецов', 'Смирнова', 'Попов', 'Васильева', 'Соколов', 'Михайлова', 'Новиков'],
  ...['Фёдорова', 'Морозов', 'Волкова', 'Алексеев', 'Лебедева', 'Семёнов', 'Егорова', 'Павлов', 'Козлова', 'Степанов'],
  ...['Николаева', 'Орлов', 'Андреева', 'Макаров', 'Никитина', 'Захаров', 'Зайцева', 'Соловьёв', 'Борисова', 'Яковлев'],
]
const names = ['Анна', 'Пётр', 'Мария', 'Иван', 'Ольга', 'Сергей', 'Елена', 'Алексей', 'Наталья', 'Дмитрий', 'Алёна', 'Фёдор']
const towns = [
  ...['Тверь', 'Тула', 'Пермь', 'Казань', 'Омск', 'Томск', 'Орёл', 'Псков', 'Рязань', 'Самара', 'Саратов', 'Уфа', 'Чита'],
  ...['Якутск', 'Архангельск', 'Мурманск', 'Владивосток', 'Хабаровск', 'Королёв', 'Щёлково', 'Можайск', 'Елец', 'Ельня'],
]
const subjects = [
  ...['отпуск', 'зарплата', 'доплата', 'нагрузка', 'аттестация', 'коллективный договор', 'жильё', 'путёвка', 'стипендия'],
  ...['командировка', 'надбавка', 'расписание', 'отчётность', 'медосмотр', 'субботник', 'забастовка', 'пикет', 'пленум'],
  ...['наставничество', 'методический день', 'классное руководство', 'пенсия', 'выслуга лет', 'охрана труда', 'спецодежда'],
]
const verbs = ['обсудили', 'отстояли', 'подсчитали', 'пересмотрели', 'вернули', 'объяснили', 'проверили', 'защитили', 'отложили']

/** The disk without its syncs: an archive that a power cut spoils is made anew. */
const unsynced: Files = {
  ...diskFiles,
  open: async (path, mode) => ({ ...(await diskFiles.open(path, mode)), sync: async () => undefined }),
  syncFolder: async () => undefined,
}

const sentencesOf = async (resources: string): Promise<readonly string[]> => {
  const folder = join(resources, 'demo', 'articles')
  const texts = await Promise.all((await readdir(folder)).sort().map((name) => readFile(join(folder, name), 'utf8')))
  return texts
    .flatMap((text) => text.split('---').slice(2).join(' ').replace(/[#*>]/g, ' ').split(/\n+/))
    .flatMap((line) => line.match(/[^.!?]+[.!?]+»?/g) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 30)
}

const paragraph = (kind: 'lead' | 'paragraph' | 'subhead', text: string): Block => ({
  type: 'paragraph',
  attrs: { kind, medium: 'everywhere' },
  content: [{ type: 'text', text }],
})

type Pick = <T>(from: readonly T[]) => T

const picker =
  (next: () => number): Pick =>
  (from) => {
    const picked = from[Math.floor(next() * from.length)]
    if (picked === undefined) throw new Error('не из чего выбрать')
    return picked
  }

/** Texts of 600 to 6,000 characters: sentences of the demo's, among them ones with people, towns and sums of their own. */
const storyOf = (pick: Pick, next: () => number, sentences: readonly string[], number: number, media: readonly string[]) => {
  const person = () => `${pick(names)} ${pick(surnames)}`
  const sentence = () =>
    next() < 0.7
      ? pick(sentences)
      : `${person()} (${pick(towns)}): ${pick(subjects)} и ${pick(subjects)} — ${Math.floor(next() * 90_000 + 1000)} рублей, и это ${pick(verbs)} в ${1990 + Math.floor(next() * 37)} году.`
  const length = 600 + Math.floor(next() * 5400)
  const body: Block[] = [paragraph('lead', sentence())]
  for (let written = 0; written < length; ) {
    const text = Array.from({ length: 2 + Math.floor(next() * 4) }, sentence).join(' ')
    body.push(paragraph(next() < 0.1 ? 'subhead' : 'paragraph', text))
    written += text.length
  }
  const photo = media.length > 0 && next() < 0.3 ? pick(media) : null
  if (photo)
    body.splice(1, 0, {
      type: 'photo',
      attrs: { media: photo, credit: person(), alternative: '', medium: 'everywhere' },
      content: [{ type: 'text', text: `${pick(towns)}: ${pick(subjects)}` }],
    })
  const subject = pick(subjects)
  const headline = `${subject.charAt(0).toLocaleUpperCase('ru')}${subject.slice(1)}: что ${pick(verbs)} в городе ${pick(towns)} (${number})`
  const content: ArticleContent = {
    ...emptyContent,
    rubric: pick(rubrics),
    kicker: next() < 0.5 ? pick(towns) : '',
    headline,
    deck: next() < 0.6 ? sentence() : '',
    byline: person(),
    body,
  }
  return content
}

/** Where an article is by now: the newest are still under way. */
const recordOf = (pick: Pick, next: () => number, content: ArticleContent, order: number, at: number, newId: () => string) => {
  const age = today - at
  const chance = next()
  const status: WorkflowRecord['status'] =
    age < 2 * week
      ? pick(['inProgress', 'filed', 'filed', 'edited', 'proofread', 'approved'])
      : chance < 0.75
        ? 'published'
        : pick(['approved', 'filed', 'onHold', 'spiked', 'spiked'])
  const record = newWorkflowRecord('filed', 'import', 'reporter', at, order)
  const approved = status === 'approved' || status === 'published'
  const filled: WorkflowRecord = {
    ...record,
    status,
    previous: status === 'onHold' || status === 'spiked' ? 'filed' : null,
    steps: [...record.steps, { action: 'edit', from: 'filed', to: 'edited', person: 'subEditor', at: at + hour, remark: '' }],
    approvals: approved
      ? [
          {
            ...{ id: newId(), person: 'editorInChief', role: 'editorInChief' as const, at: at + 2 * hour, content },
            ...{ contentHash: contentHash(content), passedOver: [], signature: null },
          },
        ]
      : [],
    deadline: age < 2 * week && next() < 0.3 ? at + 24 * hour : null,
  }
  return filled
}

const addPictures = async (newsroom: Newsroom, count: number): Promise<readonly string[]> => {
  const ids: string[] = []
  for (let i = 0; i < count; i += 1) {
    const background = { r: i % 251, g: Math.floor(i / 251) % 251, b: 90 }
    const bytes = await sharp({ create: { width: 90, height: 60, channels: 3, background } })
      .jpeg()
      .toBuffer()
    const added = await newsroom.media.add(`снимок-${i + 1}.jpg`, bytes)
    if (!added.ok) throw new Error(added.failure.what)
    ids.push(added.value.id)
  }
  return ids
}

/** One issue a week up to this one; its articles on eight pages. */
const addIssues = async (newsroom: Newsroom, ids: readonly string[], wanted: number | undefined): Promise<void> => {
  const placed = ids.length * placedPart
  const count = wanted ?? Math.max(1, Math.floor(placed / perIssue))
  const each = Math.min(perIssue, Math.max(1, Math.floor(placed / count)))
  for (let i = 0; i < count; i += 1) {
    const back = count - 1 - i
    const plannedFor = new Date(today + 2 * 24 * hour - back * week).toISOString().slice(0, 10)
    const status = back === 0 ? 'inProgress' : back < 4 ? 'published' : 'archived'
    const serial = `${(i % 52) + 1} (${i + 1})`
    await newsroom.issues.create({ serial, plannedFor, pages: 8, columns: 5, status })
    const from = Math.floor((i * ids.length) / count)
    const places = new Map<string, Placement>()
    let order: string | null = null
    for (const [at, id] of ids.slice(from, from + each).entries()) {
      order = orderBetween(order, null)
      places.set(id, {
        page: Math.floor((at * 8) / each) + 1,
        slot: 'auto',
        order,
        continuation: null,
        continuationSlot: 'auto',
      })
    }
    await newsroom.issues.place(serial, places)
  }
}

const fill = async (newsroom: Newsroom, { articles, issues, seed = 7 }: ArchiveOptions): Promise<void> => {
  const next = seeded(seed)
  const pick = picker(next)
  const sentences = await sentencesOf(newsroom.environment.resources)
  const media = await addPictures(newsroom, Math.ceil(articles / perPicture))
  const spacing = Math.min(week / 100, (10 * 52 * week) / articles)
  const ids: string[] = []
  for (let number = 1; number <= articles; number += 1) {
    const content = storyOf(pick, next, sentences, number, media)
    const at = Math.floor(today - (articles - number) * spacing)
    const id = await newsroom.articles.create(content)
    await newsroom.workflow.put(id, recordOf(pick, next, content, number, at, newsroom.environment.newId))
    ids.push(id)
  }
  await addIssues(newsroom, ids, issues)
}

const staff = (['editorInChief', 'subEditor', 'reporter', 'socialEditor'] as const).map((role) => ({
  ...{ id: role, name: role, roles: [role] },
}))

const build = async (folder: string, options: ArchiveOptions): Promise<void> => {
  let ids = 0
  const next = seeded((options.seed ?? 7) + 1)
  const digits = (length: number) => Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join('')
  const newId = () => {
    ids += 1
    return `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${ids.toString(16).padStart(12, '0')}`
  }
  const home = `${folder}.home`
  const environment: Environment = { ...nodeEnvironment(), files: unsynced, newId, home, now: () => today, passphrase: 'demo' }
  const publication = publicationSchema.parse({ name: 'Профсоюзная среда' })
  const created = await createNewsroom(environment, folder, { staff, publication })
  if (!created.ok) throw new Error(created.failure.what)
  const opened = await openNewsroom(environment, folder, () => undefined)
  if (!opened.ok) throw new Error(opened.failure.what)
  await fill(opened.value, options)
  await opened.value.close()
  await rm(home, { recursive: true, force: true })
}

/**
 * The folder of a newsroom with so many articles, made on the first call and kept among the temporary files. It is the
 * same for the same options; do not write to it, take a copy.
 */
export const archiveFolder = async (options: ArchiveOptions): Promise<string> => {
  const root = join(tmpdir(), 'newsroom-archives')
  const folder = join(
    root,
    `v${version}-${options.articles}${options.issues === undefined ? '' : `-${options.issues}`}-${options.seed ?? 7}`,
  )
  if (await stat(folder).catch(() => null)) return folder
  await mkdir(root, { recursive: true })
  const making = `${folder}.${process.pid}`
  await rm(making, { recursive: true, force: true })
  await build(making, options)
  await rename(making, folder)
  return folder
}

/** Copies an archive to where it may be changed. Times are kept, so that the copy opens as the original would. */
export const copyArchive = async (options: ArchiveOptions, to: string): Promise<void> => {
  await cp(await archiveFolder(options), to, { recursive: true, preserveTimestamps: true })
}

if (import.meta.main) {
  const [articles = '1000', issues] = process.argv.slice(2)
  console.log(await archiveFolder({ articles: Number(articles), ...(issues === undefined ? {} : { issues: Number(issues) }) }))
}
