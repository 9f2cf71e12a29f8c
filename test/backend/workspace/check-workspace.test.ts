import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createNewsroom, openNewsroom } from '../../../src/backend/newsroom.ts'
import { checkWorkspace } from '../../../src/backend/workspace/check-workspace.ts'
import { emptyContent } from '../../../src/shared/article/content.ts'
import { calmEnvironment } from '../../helpers/calm-environment.ts'
import { type ForgetfulFiles, forgetfulFiles } from '../../helpers/forgetful-files.ts'
import { typist } from '../../helpers/typist.ts'
import { record } from '../store/crash-scenario.ts'

const room = '/disk/room'
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const medium = createHash('sha256').update(picture).digest('hex')
const mediumPath = `${room}/media/${medium.slice(0, 2)}/${medium}`
const photo = {
  type: 'photo' as const,
  attrs: { media: medium, credit: '', alternative: '', medium: 'everywhere' as const },
  content: [],
}

const opened = async (disk: ForgetfulFiles) => {
  const outcome = await openNewsroom(calmEnvironment(disk.files, { run: 'r' }), room, () => undefined)
  if (!outcome.ok) throw new Error(outcome.failure.what)
  return outcome.value
}

/** A sound newsroom with two articles, an issue, a picture and a row in the outbox; everything was rewritten once. */
const newsroom = async () => {
  const disk = forgetfulFiles()
  const environment = calmEnvironment(disk.files)
  await createNewsroom(environment, room)
  let open = await opened(disk)
  await open.media.add('точка.png', picture)
  const ids: string[] = []
  for (const headline of ['Забастовка', 'Пенсии']) {
    const id = await open.articles.create({ ...emptyContent, headline, body: [...emptyContent.body, photo] })
    await open.workflow.put(id, record(1))
    await open.workflow.put(id, record(2))
    ids.push(id)
  }
  await open.issues.create({ serial: '1 (1)', plannedFor: '2026-11-25', pages: 8, columns: 5, status: 'planned' })
  const [first = '', second = ''] = ids
  const place = { page: 1, slot: 'auto', order: 'V', continuation: null, continuationSlot: 'auto' }
  await open.issues.place('1 (1)', new Map(ids.map((id) => [id, place])))
  await open.close()
  open = await opened(disk)
  await open.articles.change(first, typist(await open.articles.state(first)).type('<1>'))
  await open.close()
  return { disk, first, second, article: `${room}/articles/${first}`, issue: `${room}/issues/1-1` }
}

const check = (disk: ForgetfulFiles, repair: boolean) =>
  checkWorkspace(calmEnvironment(disk.files, { run: 'c', now: () => 1_700_000_600_000 }), room, repair)

const bytesOf = (disk: ForgetfulFiles, path: string): Uint8Array => {
  const bytes = disk.contents().get(path)
  if (!bytes) throw new Error(`нет ${path}`)
  return bytes
}
const spoil = (disk: ForgetfulFiles, path: string): void =>
  disk.plant(
    path,
    bytesOf(disk, path).map((byte, i) => (i === 40 ? byte ^ 1 : byte)),
  )
const cut = (disk: ForgetfulFiles, path: string): void => disk.plant(path, bytesOf(disk, path).slice(0, -5))

/** Every file's bytes, wherever they lie by now: a repair may move them, it must not lose them. */
const kept = (disk: ForgetfulFiles) =>
  new Set([...disk.contents().values()].map((bytes) => Buffer.from(bytes).toString('base64')))

/**
 * The check tells of exactly this; without repair nothing is touched; the repair says what it did, keeps every byte and
 * leaves nothing to tell.
 */
const expectMended = async (disk: ForgetfulFiles, file: string, problem: RegExp, repaired: RegExp): Promise<void> => {
  const before = disk.contents()
  const found = await check(disk, false)
  expect(found).toEqual([{ file, problem: expect.stringMatching(problem), repaired: null }])
  expect(disk.contents()).toEqual(before)
  const spoiled = [...before]
    .filter(([path]) => path === `${room}/${file}`)
    .map(([, bytes]) => Buffer.from(bytes).toString('base64'))
  expect(await check(disk, true)).toContainEqual({
    file,
    problem: expect.stringMatching(problem),
    repaired: expect.stringMatching(repaired),
  })
  for (const bytes of spoiled) expect(kept(disk)).toContain(bytes)
  expect(await check(disk, false)).toEqual([])
}

/** What only a person can mend is told and left alone. */
const expectTold = async (disk: ForgetfulFiles, file: string, problem: RegExp): Promise<void> => {
  const before = disk.contents()
  for (const repair of [false, true]) {
    expect(await check(disk, repair)).toContainEqual({ file, problem: expect.stringMatching(problem), repaired: null })
    expect(disk.contents()).toEqual(before)
  }
}

test('a sound newsroom has nothing to tell, and a repair changes nothing in it', async () => {
  const { disk } = await newsroom()
  const before = disk.contents()
  expect(await check(disk, false)).toEqual([])
  expect(await check(disk, true)).toEqual([])
  expect(disk.contents()).toEqual(before)
})

test('S4: a damaged record is restored from the copy before it', async () => {
  const { disk, first } = await newsroom()
  for (const file of [`workflow/${first}.json`, 'settings.json', 'staff.json']) {
    cut(disk, `${room}/${file}`)
    await expectMended(disk, file, /повреждён; предыдущая копия цела/, /Отложен как .*\.damaged/)
  }
})

test('S4: a damaged record without a copy is set aside, and its article counts as filed', async () => {
  const { disk, first } = await newsroom()
  await disk.files.remove(`${room}/workflow/${first}.json.previous`)
  cut(disk, `${room}/workflow/${first}.json`)
  await expectMended(disk, `workflow/${first}.json`, /предыдущей копии нет/, /Отложен как .*ничего не удалено/)
  const open = await opened(disk)
  expect((await open.workflow.get(first))?.status).toBe('filed')
  await open.close()
})

test('S4: settings that can’t be restored are left in their place', async () => {
  const { disk } = await newsroom()
  await disk.files.remove(`${room}/settings.json.previous`)
  cut(disk, `${room}/settings.json`)
  await expectTold(disk, 'settings.json', /повреждён, и предыдущей копии нет/)
})

test('S1: a record whose replacement was interrupted is put back', async () => {
  const { disk, first } = await newsroom()
  await disk.files.remove(`${room}/workflow/${first}.json`)
  await expectMended(disk, `workflow/${first}.json`, /замена была прервана/, /Восстановлен/)
})

test('S9: what a newer program wrote is told and not touched', async () => {
  const { disk, first } = await newsroom()
  const path = `${room}/workflow/${first}.json`
  disk.plant(path, Buffer.from(bytesOf(disk, path)).toString().replace('"schemaVersion": 1', '"schemaVersion": 2'))
  await expectTold(disk, `workflow/${first}.json`, /более новой версией/)
})

test('staff.json that is missing is told', async () => {
  const { disk } = await newsroom()
  await disk.files.remove(`${room}/staff.json`)
  await disk.files.remove(`${room}/staff.json.previous`)
  await expectTold(disk, 'staff.json', /нет/)
})

test('a damaged file of another kind is told', async () => {
  const { disk } = await newsroom()
  cut(disk, `${room}/sending.json`)
  await expectTold(disk, 'sending.json', /повреждён/)
})

test('S4: a damaged snapshot is restored from the copy before it and the journals', async () => {
  const { disk, first, article, issue } = await newsroom()
  spoil(disk, `${article}.json`)
  await expectMended(disk, `articles/${first}.json`, /восстанавливается по предыдущей копии/, /записана исправная копия/)
  spoil(disk, `${issue}.json`)
  await expectMended(disk, 'issues/1-1.json', /восстанавливается по предыдущей копии/, /записана исправная копия/)
  const open = await opened(disk)
  expect((await open.articles.content(first)).deck).toBe('<1>')
  expect(Object.keys((await open.issues.get('1 (1)'))?.placements ?? {})).toHaveLength(2)
  await open.close()
})

test('S4: a document that can’t be restored is left as it is', async () => {
  const { disk, first, article } = await newsroom()
  for (const end of ['.json.previous', '.journal.previous']) await disk.files.remove(article + end)
  spoil(disk, `${article}.json`)
  await expectTold(disk, `articles/${first}.json`, /Не читается.*верните их из резервной копии/)
})

test('S6: the damaged end of a journal is set aside', async () => {
  const { disk, first, article } = await newsroom()
  const open = await opened(disk)
  const writer = typist(await open.articles.state(first))
  await open.articles.change(first, writer.type('<2>'))
  await open.articles.change(first, writer.type('<3>'))
  const journal = bytesOf(disk, `${article}.journal`)
  await open.close()
  for (const end of ['.json', '.journal.previous']) await disk.files.remove(article + end)
  await disk.files.rename(`${article}.json.previous`, `${article}.json`)
  disk.plant(`${article}.journal`, journal.slice(0, -3))
  await disk.files.remove(`${room}/article-index.json`)
  await expectMended(disk, `articles/${first}.json`, /повреждён конец/, /\.damaged/)
  const again = await opened(disk)
  expect((await again.articles.content(first)).deck).toBe('<1><2>')
  await again.close()
})

test('S11: a picture whose bytes do not match its name is set aside', async () => {
  const { disk } = await newsroom()
  spoil(disk, mediumPath)
  const file = mediumPath.slice(room.length + 1)
  const found = await check(disk, true)
  expect(found).toContainEqual({ file, problem: expect.stringMatching(/повреждён/), repaired: expect.stringMatching(/ещё раз/) })
  await expectTold(disk, `media/${medium}.json`, /а снимка нет/)
  const open = await opened(disk)
  await open.close()
})

test('S11: a damaged picture is restored from a good copy', async () => {
  const { disk } = await newsroom()
  disk.plant(`${mediumPath}.previous`, picture)
  spoil(disk, mediumPath)
  const found = await check(disk, true)
  expect(found).toEqual([
    { file: mediumPath.slice(room.length + 1), problem: expect.any(String), repaired: expect.stringMatching(/исправная копия/) },
  ])
  expect(await check(disk, false)).toEqual([])
})

test('a picture whose facts were never written gets them', async () => {
  const { disk } = await newsroom()
  await disk.files.remove(`${room}/media/${medium}.json`)
  await expectMended(disk, mediumPath.slice(room.length + 1), /нет сведений/, /составлены заново/)
})

test('a picture that a text shows and nobody has is told', async () => {
  const { disk, first } = await newsroom()
  await disk.files.remove(`${room}/media/${medium}.json`)
  await disk.files.remove(mediumPath)
  await expectTold(disk, `articles/${first}.json`, /снимок .* которого нет/)
})

test('half-written copies are set aside, not deleted', async () => {
  const { disk, first } = await newsroom()
  disk.plant(`${room}/articles/${first}.json.new`, 'половина текс')
  await expectMended(disk, `articles/${first}.json.new`, /Недописанная/, /Отложена как .*\.damaged/)
})

test('a copy that is being written right now is no leftover', async () => {
  const { disk, first } = await newsroom()
  disk.plant(`${room}/articles/${first}.json.new`, 'половина текс')
  expect(await checkWorkspace(calmEnvironment(disk.files, { now: () => 1000 }), room, false)).toEqual([])
})

test('an article without a workflow record counts as filed', async () => {
  const { disk, second } = await newsroom()
  await disk.files.remove(`${room}/workflow/${second}.json`)
  await disk.files.remove(`${room}/workflow/${second}.json.previous`)
  await expectMended(disk, `workflow/${second}.json`, /«Пенсии» без записи/, /сданным/)
})

test('a workflow record and a place without an article', async () => {
  const { disk, second } = await newsroom()
  for (const end of ['.json', '.json.previous', '.journal', '.journal.previous'])
    await disk.files.remove(`${room}/articles/${second}${end}`)
  const found = await check(disk, true)
  expect(found).toContainEqual({
    file: `workflow/${second}.json`,
    problem: expect.stringMatching(/самого материала нет/),
    repaired: null,
  })
  expect(found).toContainEqual({
    file: 'issues/1-1.json',
    problem: expect.stringContaining(second),
    repaired: 'Они сняты с полос.',
  })
  const open = await opened(disk)
  expect(Object.keys((await open.issues.get('1 (1)'))?.placements ?? {})).toHaveLength(1)
  await open.close()
})

test('the plans of a folder whose articles are all gone are kept', async () => {
  const { disk } = await newsroom()
  for (const path of disk.contents().keys()) if (path.startsWith(`${room}/articles/`)) await disk.files.remove(path)
  expect(await check(disk, true)).toContainEqual({
    file: 'issues/1-1.json',
    problem: expect.stringMatching(/которых нет/),
    repaired: null,
  })
})

const manifestSchema = z.looseObject({ segments: z.array(z.looseObject({ name: z.string(), checksum: z.number() })) })
const shelf = 'catalog/articles'

test('C6: a damaged catalog is made anew', async () => {
  const { disk, first } = await newsroom()
  cut(disk, `${room}/${shelf}/catalog.json`)
  await expectMended(disk, `${shelf}/catalog.json`, /повреждён/, /составляется заново/)
  const open = await opened(disk)
  expect(open.articles.entry(first)?.headline).toBe('Забастовка')
  await open.close()
})

test('C6: a catalog that says something else than the texts is made anew', async () => {
  const { disk, first } = await newsroom()
  const manifestPath = `${room}/${shelf}/catalog.json`
  const manifest = manifestSchema.parse(JSON.parse(Buffer.from(bytesOf(disk, manifestPath)).toString()))
  for (const segment of manifest.segments) {
    const path = `${room}/${shelf}/${segment.name}`
    const bytes = Buffer.from(bytesOf(disk, path))
    bytes.write('Праздничек', bytes.indexOf('Забастовка', 0, 'utf16le'), 'utf16le')
    disk.plant(path, bytes)
    segment.checksum = crc32(bytesOf(disk, path))
  }
  disk.plant(manifestPath, JSON.stringify(manifest))
  await expectMended(disk, `${shelf}/catalog.json`, /расходится/, /составляется заново/)
  const open = await opened(disk)
  expect(open.articles.entry(first)?.headline).toBe('Забастовка')
  await open.close()
})
