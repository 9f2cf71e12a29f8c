import { basename, join } from 'node:path'
import { z } from 'zod'
import type { BackendEvent } from '../shared/api/events.ts'
import { failure, type Result, success } from '../shared/api/result.ts'
import type { Idea } from '../shared/idea/idea.ts'
import { firstLanguage, type LanguageRecord } from '../shared/language/house/house-style.ts'
import { usualRules } from '../shared/settings/publishing-rules.ts'
import { type Publication, publicationSchema, type Settings, workflowRulesSchema } from '../shared/settings/settings.ts'
import { type StaffMember, staffMemberSchema } from '../shared/staff/staff.ts'
import { catalogJob } from '../shared/workspace/api.ts'
import { type AdvertStore, openAdvertStore } from './advert/advert-store.ts'
import type { ArticleStore } from './article/article-store.ts'
import { openArticles } from './article/open-articles.ts'
import { openVersionKeeper, type VersionKeeper } from './article/version/version-keeper.ts'
import { type AuthorRecord, authorPath, authorType, noAuthors } from './author/author-store.ts'
import { type CalendarRecord, calendarPath, calendarType, emptyCalendar } from './calendar/calendar-store.ts'
import { type CorrectionStore, openCorrectionStore } from './correction/correction-store.ts'
import type { Environment } from './environment.ts'
import { firstPrinters, type Printers, printersPath, printersType } from './export/printers.ts'
import { ideaFolder, ideaType } from './idea/idea-store.ts'
import { type IssueStore, openIssueStore } from './issue/issue-store.ts'
import { openPlanHistory, type PlanHistoryStore } from './issue/plan-history-store.ts'
import { languagePath, languageType } from './language/language-store.ts'
import { type Ledger, openLedger } from './ledger/ledger-store.ts'
import { type AddressBook, addressBookPath, addressBookType, emptyAddressBook } from './mailing/address-book.ts'
import { type MailingRecord, mailingType } from './mailing/mailing-store.ts'
import { type MediaStore, openMediaStore } from './media/media-store.ts'
import { type Notifications, noNotifications, notificationsPath, notificationsType } from './notification/notification-store.ts'
import { type PreflightStore, preflightType } from './preflight/overrides.ts'
import { openProofStore, type ProofStore } from './proof/proof-store.ts'
import { type CountStore, openCountStore } from './publishing/count-store.ts'
import { type Embargoes, embargoPath, embargoType, noEmbargoes } from './publishing/embargo-store.ts'
import { type OutboxStore, openOutboxStore } from './publishing/outbox-store.ts'
import { noRubrics, type RubricRecord, rubricPath, rubricType } from './rubric/rubric-store.ts'
import { noSearches, type SavedSearches, savedSearchesPath, savedSearchesType } from './search/saved-searches.ts'
import { openSearchIndex, type SearchIndex } from './search/search-index.ts'
import { settingsType } from './settings/settings-type.ts'
import { type Looks, looksPath, looksType, noLooks } from './signoff/looks.ts'
import { openSignOffStore, type SignOffStore } from './signoff/signoff-store.ts'
import { type KeyRing, openKeyRing } from './staff/key-ring.ts'
import { presentStaff } from './staff/people.ts'
import { type ChangingRecord, changeInTurn } from './store/change-record.ts'
import { errorCode } from './store/files.ts'
import { takeLock } from './store/lock.ts'
import { openRecordStore, openSingleRecord, type RecordStore, type SingleRecord } from './store/record-store.ts'
import { type VariantStore, variantType } from './variant/variant-store.ts'
import { contentHash } from './workflow/content-hash.ts'
import { type AdoptedApprovals, adoptedPath, adoptedType, noneAdopted } from './workflow/signing.ts'
import type { WorkflowStore } from './workflow/workflow-store.ts'

const staffSchema = z.object({ schemaVersion: z.literal(1), members: z.array(staffMemberSchema) })
type Staff = z.infer<typeof staffSchema>

/** What a comparison with the files has read anew. */
export interface Verified {
  readonly articles: readonly string[]
  readonly issues: readonly string[]
  readonly media: readonly string[]
}

/** An open folder: everything that is stored in it, and the world it runs in. */
export interface Newsroom {
  readonly environment: Environment
  readonly folder: string
  readonly readOnly: boolean
  /** Who holds the folder, when it is open for reading because of them. */
  readonly heldBy: string | null
  readonly notices: () => readonly string[]
  readonly emit: (event: BackendEvent) => void
  readonly settings: SingleRecord<Settings>
  /** The people with the roles they may act in now. */
  readonly staff: () => readonly StaffMember[]
  /** The names of the people, and their roles where nobody signs. */
  readonly staffRecord: SingleRecord<Staff>
  /** What was signed, and by whom; see `backend/ledger`. */
  readonly ledger: Ledger
  /** People's keys, and who has opened theirs here. */
  readonly keys: KeyRing
  /** What was approved before there were keys. */
  readonly adopted: SingleRecord<AdoptedApprovals>
  readonly articles: ArticleStore
  /** The versions of articles, and what was written since the last ones. */
  readonly versions: VersionKeeper
  readonly workflow: WorkflowStore
  readonly issues: IssueStore
  /** Who moved what in the flatplans. */
  readonly planHistory: PlanHistoryStore
  readonly media: MediaStore
  readonly adverts: AdvertStore
  readonly outbox: OutboxStore
  /** What articles say in single channels. */
  readonly variants: VariantStore
  /** What readers have done with what came out, by delivery. */
  readonly counts: CountStore
  /** Until when single articles stay in the house. */
  readonly embargoes: SingleRecord<Embargoes>
  /** What those who sign saw last of the articles that wait. */
  readonly looks: SingleRecord<Looks>
  /** What people have seen of what they were told. */
  readonly notifications: SingleRecord<Notifications>
  /** Whom issues are mailed to. */
  /** A bounce noted while somebody edits the list is not lost. */
  readonly addresses: ChangingRecord<AddressBook>
  /** The letters about issues, by the id of their mailing. */
  readonly mailings: RecordStore<MailingRecord>
  /** How the newspaper writes, and the words of its own. */
  readonly language: SingleRecord<LanguageRecord>
  /** The printing houses and which of them is the usual one. */
  readonly printers: SingleRecord<Printers>
  /** What people let pass of the preflight's findings, by issue. */
  readonly preflight: PreflightStore
  /** What was put right or taken back after it had come out. */
  readonly corrections: CorrectionStore
  /** What pages looked like, and what the proofreaders found on them. */
  readonly proofs: ProofStore
  /** The series, what was decided about their turns, and the times of issues. */
  readonly calendar: SingleRecord<CalendarRecord>
  /** The catalogue of rubrics, the projects and the events. */
  readonly rubrics: ChangingRecord<RubricRecord>
  /** The cards of the authors from outside. */
  readonly authors: ChangingRecord<AuthorRecord>
  /** The pitches that came to the newsroom. */
  readonly ideas: RecordStore<Idea>
  /** What was signed of issues and their pages, and the pages that went to the printer. */
  readonly signOffs: SignOffStore
  readonly search: SearchIndex
  /** The searches people have kept. */
  readonly searches: ChangingRecord<SavedSearches>
  /**
   * Looks for files that other hands brought, changed or took away, in small slices; returns the ids of what it read
   * anew. `stopped` ends it early.
   */
  readonly verify: (stopped: () => boolean) => Promise<Verified>
  readonly close: () => Promise<void>
}

/** Articles between two tellings of how far a reading is. */
const progressStep = 100

const settingsPath = (folder: string): string => join(folder, 'settings.json')

/** The lock of the process that writes to a folder. */
export const lockPath = (folder: string): string => join(folder, 'lock.json')

/** Is there a newsroom in this folder? */
export const isNewsroom = async ({ files }: Environment, folder: string): Promise<boolean> =>
  (await files.facts(settingsPath(folder))) !== null || (await files.facts(`${settingsPath(folder)}.previous`)) !== null

/** How the staff is stored, for checking it. */
export const staffType = { version: 1, schema: staffSchema, migrations: {} }

const chief: StaffMember = { id: 'editorInChief', name: 'Главный редактор', roles: ['editorInChief'] }
const firstStaff: Staff = { schemaVersion: 1, members: [chief] }

/** What a new newsroom has that others have not. */
export interface InitialNewsroom {
  readonly staff?: readonly StaffMember[]
  readonly publication?: Publication
}

const folders = ['articles', 'workflow', 'issues', 'media', 'adverts', 'outbox', 'channels']
const firstFiles = /^(?:staff|settings)\.json(?:\.previous|\.new)?$/

/** Is there nothing in the folder, or only what a creation that was cut short has left? */
const isFree = async ({ files }: Environment, folder: string): Promise<boolean> => {
  for (const { name, folder: isFolder } of await files.list(folder)) {
    const ours = isFolder ? folders.includes(name) && (await files.list(join(folder, name))).length === 0 : firstFiles.test(name)
    if (!ours) return false
  }
  return true
}

/** Makes a new newsroom in an empty or absent folder; unless told otherwise, with one person. */
export const createNewsroom = async (
  environment: Environment,
  folder: string,
  { staff: people = [chief], publication = publicationSchema.parse({}) }: InitialNewsroom = {},
): Promise<Result<null>> => {
  const { files } = environment
  if (await isNewsroom(environment, folder))
    return failure('conflict', `В папке ${folder} уже есть редакция.`, {
      safe: 'Она не изменена.',
      todo: 'Откройте её или укажите другую папку.',
    })
  if (!(await isFree(environment, folder)))
    return failure('conflict', `Папка ${folder} не пуста.`, {
      safe: 'В ней ничего не изменено.',
      todo: 'Укажите пустую или новую папку.',
    })
  for (const name of folders) await files.makeFolder(join(folder, name))
  const staff = { schemaVersion: 1 as const, members: [...people] }
  await (await openSingleRecord(files, join(folder, 'staff.json'), staffType, staff, false, () => undefined)).put(staff)
  const rules = workflowRulesSchema.parse({})
  const settings: Settings = { schemaVersion: 2, newsroom: environment.newId(), publication, rules, publishing: usualRules }
  // Written last: a folder without it is no newsroom yet, so a crash on the way leaves nothing half-made.
  await (await openSingleRecord(files, settingsPath(folder), settingsType, settings, false, () => undefined)).put(settings)
  return success(null)
}

export interface OpenOptions {
  /** Opens for reading without asking for the lock. */
  readonly readOnly?: boolean
}

/** Opens a newsroom; where somebody else holds it, for reading. */
export const openNewsroom = async (
  environment: Environment,
  folder: string,
  emit: (event: BackendEvent) => void,
  options: OpenOptions = {},
): Promise<Result<Newsroom>> => {
  const { files } = environment
  if (!(await isNewsroom(environment, folder)))
    return failure('notFound', `В папке ${folder} нет редакции: нет файла settings.json.`, {
      todo: 'Проверьте путь или создайте здесь новую редакцию.',
    })
  let heldBy: string | null = null
  let release = async (): Promise<void> => undefined
  if (!options.readOnly) {
    const lock = await takeLock(environment, lockPath(folder)).catch((error: unknown) => error)
    if (lock instanceof Error) heldBy = errorCode(lock) === 'ENOSPC' ? 'на диске нет места' : 'папка доступна только для чтения'
    else if (typeof lock === 'object' && lock !== null && 'taken' in lock) {
      const outcome = lock as Awaited<ReturnType<typeof takeLock>>
      if (outcome.taken) release = outcome.release
      else heldBy = outcome.holder
    }
  }
  const readOnly = options.readOnly === true || heldBy !== null
  const damaged: string[] = []
  const notice = (file: string, restored: boolean) =>
    damaged.push(
      restored
        ? `Файл ${file} повреждён и отложен; взята предыдущая копия.`
        : `Файл ${file} повреждён, предыдущей копии нет. Он не тронут; проверьте папку командой «newsroom check».`,
    )
  try {
    const initial: Settings = {
      schemaVersion: 2,
      newsroom: '',
      publication: publicationSchema.parse({}),
      rules: workflowRulesSchema.parse({}),
      publishing: usualRules,
    }
    const settings = await openSingleRecord(files, settingsPath(folder), settingsType, initial, readOnly, notice)
    const staff = await openSingleRecord(files, join(folder, 'staff.json'), staffType, firstStaff, readOnly, notice)
    const place = { environment, folder, newsroom: settings.get().newsroom, readOnly }
    const ledger = await openLedger(place)
    const keys = await openKeyRing({ ...place, notice, ledger })
    const adopted = await openSingleRecord(files, adoptedPath(folder), adoptedType, noneAdopted, readOnly, notice)
    const media = await openMediaStore({ environment, folder, readOnly, notice })
    const issues = await openIssueStore({ environment, folder, readOnly })
    const desk = await openArticles({
      ...{ environment, folder, readOnly, notice, hash: contentHash },
      progress: (done, total) => {
        if (done % progressStep === 0 || done === total)
          emit({ type: 'jobProgress', job: catalogJob, done, total, label: 'Читаем материалы заново' })
      },
    })
    const printers = await openSingleRecord(files, printersPath(folder), printersType, firstPrinters, readOnly, notice)
    const preflight = await openRecordStore(files, join(folder, 'preflight'), preflightType, readOnly, notice)
    const calendar = await openSingleRecord(files, calendarPath(folder), calendarType, emptyCalendar, readOnly, notice)
    const planHistory = await openPlanHistory(files, folder, readOnly, notice)
    const authors = await openSingleRecord(files, authorPath(folder), authorType, noAuthors, readOnly, notice)
    const ideas = await openRecordStore(files, ideaFolder(folder), ideaType, readOnly, notice)
    const searches = await openSingleRecord(files, savedSearchesPath(folder), savedSearchesType, noSearches, readOnly, notice)
    const rubrics = await openSingleRecord(files, rubricPath(folder), rubricType, noRubrics, readOnly, notice)
    const adverts = await openAdvertStore(files, folder, readOnly, notice)
    const proofs = await openProofStore(files, folder, readOnly, notice)
    const signOffs = await openSignOffStore(files, folder, readOnly, notice)
    const corrections = await openCorrectionStore(files, folder, readOnly, notice)
    const outbox = await openOutboxStore(environment, folder, settings.get().newsroom, readOnly, notice)
    const counts = await openCountStore(files, folder, readOnly, notice)
    const embargoes = await openSingleRecord(files, embargoPath(folder), embargoType, noEmbargoes, readOnly, notice)
    const looks = await openSingleRecord(files, looksPath(folder), looksType, noLooks, readOnly, notice)
    const notifications = await openSingleRecord(
      files,
      notificationsPath(folder),
      notificationsType,
      noNotifications,
      readOnly,
      notice,
    )
    const language = await openSingleRecord(files, languagePath(folder), languageType, firstLanguage, readOnly, notice)
    const variants = await openRecordStore(files, join(folder, 'variants'), variantType, readOnly, notice)
    const addressBook = await openSingleRecord(
      files,
      addressBookPath(folder),
      addressBookType,
      emptyAddressBook,
      readOnly,
      notice,
    )
    const mailings = await openRecordStore(files, join(folder, 'mailings'), mailingType, readOnly, notice)
    const versions = openVersionKeeper({ environment, folder, readOnly, articles: desk.articles })
    const search = openSearchIndex({ environment, folder, readOnly, articles: desk.articles })
    return success({
      environment,
      folder,
      readOnly,
      heldBy,
      notices: () => [...damaged, ...ledger.notices(), ...desk.articles.notices(), ...issues.notices()],
      emit: (event) => {
        search.hear(event)
        emit(event)
      },
      settings,
      staff: () => presentStaff(staff.get().members, ledger, environment.now),
      staffRecord: staff,
      ledger,
      keys,
      adopted,
      articles: desk.articles,
      versions,
      workflow: desk.workflow,
      issues,
      planHistory,
      media,
      adverts,
      outbox,
      counts,
      variants,
      embargoes,
      notifications,
      looks,
      addresses: changeInTurn(addressBook),
      mailings,
      language,
      printers,
      preflight,
      corrections,
      proofs,
      calendar,
      rubrics: changeInTurn(rubrics),
      authors: changeInTurn(authors),
      ideas,
      signOffs,
      search,
      searches: changeInTurn(searches),
      verify: async (stopped) => ({
        issues: await issues.verify(stopped),
        media: await media.verify(stopped),
        articles: await desk.verify(stopped),
      }),
      close: async () => {
        // First: it reads the articles.
        await search.close()
        await versions.close()
        const closed = await Promise.allSettled([outbox.close(), desk.close(), issues.close(), media.close()])
        await release()
        for (const outcome of closed) if (outcome.status === 'rejected') throw outcome.reason
      },
    })
  } catch (error) {
    await release()
    throw error
  }
}

/** What people call a folder: its last name. */
export const folderName = (folder: string): string => basename(folder)
