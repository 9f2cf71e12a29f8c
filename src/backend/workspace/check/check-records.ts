import { basename, join } from 'node:path'
import { advertType } from '../../advert/advert-store.ts'
import { authorPath, authorType } from '../../author/author-store.ts'
import { calendarPath, calendarType } from '../../calendar/calendar-store.ts'
import { correctionType } from '../../correction/correction-store.ts'
import { printersPath, printersType } from '../../export/printers.ts'
import { ideaType } from '../../idea/idea-store.ts'
import { planHistoryFolder, planHistoryType } from '../../issue/plan-history-store.ts'
import { mediumType } from '../../media/medium-type.ts'
import { staffType } from '../../newsroom.ts'
import { notificationsPath, notificationsType } from '../../notification/notification-store.ts'
import { preflightType } from '../../preflight/overrides.ts'
import { proofType } from '../../proof/proof-store.ts'
import { countsType } from '../../publishing/count-store.ts'
import { rowType } from '../../publishing/outbox-row.ts'
import { channelType } from '../../publishing/outbox-store.ts'
import { rubricPath, rubricType } from '../../rubric/rubric-store.ts'
import { savedSearchesPath, savedSearchesType } from '../../search/saved-searches.ts'
import { sealedType } from '../../secrets/secret-store.ts'
import { settingsType } from '../../settings/settings-type.ts'
import { looksPath, looksType } from '../../signoff/looks.ts'
import { keyType } from '../../staff/key-ring.ts'
import { unless } from '../../store/files.ts'
import {
  DamagedFile,
  NewerFile,
  previousOf,
  type RecordType,
  readJsonFile,
  replaceFile,
  setAside,
} from '../../store/json-file.ts'
import { variantType } from '../../variant/variant-store.ts'
import { workflowType } from '../../workflow/workflow-store.ts'
import { type Check, complaintOf, tell } from './finding.ts'

/**
 * Checks one record's file by the rules the store reads it by (S4, S9). `lost` says what it means when nothing can be
 * restored; `replaceable` files are set aside then, so that the store may begin them anew.
 */
const checkRecord = async (
  check: Check,
  path: string,
  type: RecordType<unknown>,
  lost: string,
  replaceable = true,
): Promise<void> => {
  const { files } = check.environment
  try {
    const { from, setAside: aside } = await readJsonFile(files, path, type, false)
    if (from !== 'previous') return
    if (aside === null)
      return await tell(check, path, 'Файла нет, есть только предыдущая копия: замена была прервана.', async () => {
        await replaceFile(files, path, await files.read(previousOf(path)))
        return 'Восстановлен по предыдущей копии.'
      })
    await tell(check, path, 'Файл повреждён; предыдущая копия цела.', async () => {
      const done = await readJsonFile(files, path, type, true)
      return `Отложен как ${basename(done.setAside ?? aside)}, на его месте предыдущая копия.`
    })
  } catch (error) {
    if (error instanceof NewerFile)
      return await tell(check, path, 'Записан более новой версией программы; он цел. Откройте папку новой версией.', null)
    if (!(error instanceof DamagedFile)) return await tell(check, path, `Файл не читается: ${complaintOf(error)}.`, null)
    const moveAway = async () => `Отложен как ${basename(await setAside(files, path))}; ничего не удалено.`
    await tell(check, path, `Файл повреждён, и предыдущей копии нет. ${lost}`, replaceable ? moveAway : null)
  }
}

const records: readonly { readonly folder: string; readonly type: RecordType<unknown>; readonly lost: string }[] = [
  { folder: 'workflow', type: workflowType, lost: 'Путь материала и его подписи в нём не прочесть.' },
  { folder: 'outbox', type: rowType, lost: 'Проверьте в канале, вышла ли публикация.' },
  { folder: 'variants', type: variantType, lost: 'Вариант для канала придётся составить заново.' },
  { folder: 'channels', type: channelType, lost: 'Канал придётся подключить заново.' },
  { folder: 'secrets', type: sealedType, lost: 'Ключ канала придётся указать заново.' },
  { folder: 'keys', type: keyType, lost: 'Сотруднику придётся завести новый ключ.' },
  { folder: 'preflight', type: preflightType, lost: 'Что пропущено в номере и почему, придётся решить заново.' },
  { folder: 'counts', type: countsType, lost: 'Счётчики этой публикации придётся запросить снова.' },
  { folder: 'corrections', type: correctionType, lost: 'Что исправляли после выхода, в нём не прочесть.' },
  { folder: 'proofs', type: proofType, lost: 'Оттиски и отметки корректора в нём не прочесть.' },
  { folder: planHistoryFolder, type: planHistoryType, lost: 'Кто и что переставлял в плане номера, в нём не прочесть.' },
  { folder: 'ideas', type: ideaType, lost: 'Предложение автора придётся записать заново; его файлы целы.' },
  { folder: 'adverts', type: advertType, lost: 'Рекламу придётся завести заново.' },
  { folder: 'media', type: mediumType, lost: 'Сведения о снимке можно составить заново, если цел он сам.' },
]

const indexName = 'article-index.json'
const known = new Set([
  'settings.json',
  'staff.json',
  'printers.json',
  'calendar.json',
  'notifications.json',
  'looks.json',
  'searches.json',
  indexName,
])

const isJson = (bytes: Uint8Array): boolean => {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return true
  } catch {
    return false
  }
}

const recordName = (name: string): string | null => /^(.+\.json)(?:\.previous)?$/.exec(name)?.[1] ?? null

/** Every record of the folder that is not a document. */
export const checkRecords = async (check: Check): Promise<void> => {
  const { folder, environment } = check
  const { files } = environment
  const namesIn = async (path: string) =>
    [...new Set((await files.list(path)).flatMap((entry) => (entry.folder ? [] : (recordName(entry.name) ?? []))))].sort()
  const settings = join(folder, 'settings.json')
  const staff = join(folder, 'staff.json')
  if (!(await files.facts(staff)) && !(await files.facts(previousOf(staff))))
    await tell(check, staff, 'Файла с составом редакции нет: в ней один главный редактор.', null)
  await checkRecord(check, settings, settingsType, 'Верните его из резервной копии папки.', false)
  await checkRecord(check, staff, staffType, 'Состав редакции придётся указать заново.')
  await checkRecord(check, printersPath(folder), printersType, 'Типографии придётся указать заново.')
  await checkRecord(check, savedSearchesPath(folder), savedSearchesType, 'Сохранённые поиски придётся завести заново.')
  await checkRecord(check, authorPath(folder), authorType, 'Карточки авторов придётся внести заново.')
  await checkRecord(check, rubricPath(folder), rubricType, 'Рубрики, проекты и события придётся внести заново.')
  await checkRecord(check, calendarPath(folder), calendarType, 'Серии номеров и сроки печати придётся указать заново.')
  await checkRecord(check, notificationsPath(folder), notificationsType, 'Прочитанные уведомления покажутся новыми.')
  await checkRecord(check, looksPath(folder), looksType, 'Очередь подписи сравнит тексты с последним утверждением.')
  for (const { folder: name, type, lost } of records)
    for (const record of await namesIn(join(folder, name))) await checkRecord(check, join(folder, name, record), type, lost)
  for (const name of await namesIn(folder)) {
    if (known.has(name) || name.startsWith('lock.')) continue
    const path = join(folder, name)
    const bytes = await unless('ENOENT', files.read(path), null)
    if (bytes && !isJson(bytes)) await tell(check, path, 'Файл повреждён. Верните его из резервной копии папки.', null)
  }
}
