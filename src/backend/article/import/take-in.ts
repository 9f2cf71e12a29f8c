import { basename } from 'node:path'
import type { ImportedFile } from '../../../shared/article/api.ts'
import { suggestionsIn } from '../../../shared/article/article-document.ts'
import { type ArticleContent, type Block, emptyContent, photosOf, plainText, textOf } from '../../../shared/article/content.ts'
import { asItStands } from '../../../shared/article/suggestion/as-it-stands.ts'
import type { Assignment } from '../../../shared/assignment/assignment.ts'
import { quoted } from '../../../shared/language/quoted.ts'
import { plainText as folded } from '../../../shared/language/sorting.ts'
import { outsider } from '../../../shared/staff/outsider.ts'
import type { Newsroom } from '../../newsroom.ts'
import { newWorkflowRecord, nextOrder } from '../../workflow/act.ts'
import { contentHash } from '../../workflow/content-hash.ts'
import type { Brought } from '../article-store.ts'
import { bringComments } from './bring-comments.ts'
import type { FileKind } from './collect.ts'
import { readComplaint, storeComplaint } from './complaint.ts'
import { type NamedPhoto, paragraph, textRuns } from './draft.ts'
import { refused, takenPicture } from './imported.ts'
import { characterLimit, partLimit } from './limits.ts'
import { type ReadText, readFile, sizeLimits, type TextKind } from './read-file.ts'
import { readTraces } from './read-traces.ts'
import type { Trace } from './trace.ts'

/** A file to take in, wherever its bytes come from. */
export interface SourceFile {
  /** How people know it: a path, or the name a browser gave. */
  readonly path: string
  readonly kind: FileKind
  readonly size: number
  readonly read: () => Promise<Uint8Array>
}

/** A picture that a text names, or a Russian sentence on why there is none. */
export type PhotoSearch = (
  from: SourceFile,
  named: string,
) => Promise<{ readonly name: string; readonly bytes: Uint8Array } | string>

/** One import: where it goes, and what its texts may refer to. */
export interface Intake {
  readonly newsroom: Newsroom
  /** For texts that name no rubric of their own. */
  readonly rubric: string | null
  readonly person: string | null
  readonly findPhoto: PhotoSearch
  /** Articles by the hash of their content: what is there already is not taken twice. */
  readonly known: Map<string, string>
  /** The pictures that came with this very import: those are no duplicates of anything. */
  readonly brought: Set<string>
  /** Who sent the texts in a letter: their author where they name none. */
  readonly sender?: { readonly name: string; readonly assignment: Assignment }
  /** Pictures that came beside one text and stand at its end unless it names them. */
  readonly pictures?: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

/** Bytes of a picture: cameras make up to 120 MB. */
export const pictureLimit = 200 * 1024 * 1024

/** What a file is called without its ending. */
const stemOf = (path: string): string => basename(path).replace(/\.[^.]+$/, '')

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} МБ`

/** A text in hand: where it came from and the pictures it brought with it. */
interface Source {
  readonly from: SourceFile
  readonly picture: ReadText['picture']
}

const findPhoto = async (intake: Intake, { from, picture }: Source, named: string) => {
  const own = picture(named)
  if (own === null) return intake.findPhoto(from, named)
  // Every document calls its pictures image1 and on.
  return typeof own === 'string' ? own : { name: `${stemOf(from.path)} — ${basename(named)}`, bytes: own }
}

const photoBlock = async (
  intake: Intake,
  source: Source,
  photo: NamedPhoto,
): Promise<{ block: Block | null; warning: string | null }> => {
  const { caption, credit, alternative = '' } = photo
  const found = await findPhoto(intake, source, photo.path)
  const added =
    typeof found === 'string' ? null : await intake.newsroom.media.add(found.name, found.bytes, 'picture', intake.person)
  if (added?.ok) {
    intake.brought.add(added.value.id)
    const attrs = { media: added.value.id, credit, alternative: alternative || caption, medium: 'everywhere' as const }
    return { block: { type: 'photo', attrs, content: textRuns(caption) }, warning: null }
  }
  const reason = typeof found === 'string' ? found : (added?.failure.what ?? '')
  // The caption was somebody's work: it waits in a note until the picture is found.
  const place = `Здесь должен быть снимок ${basename(photo.path)}.`
  const words = [caption, credit && `Фото: ${credit}`, alternative && `На снимке: ${alternative}`].filter(Boolean)
  const note = [place, ...words].join(' ')
  const block = words.length > 0 ? paragraph('note', textRuns(note)) : null
  return { block, warning: `${reason} Текст взят без этого снимка.` }
}

const withPhotos = async (intake: Intake, source: Source, body: readonly Block[], photos: readonly NamedPhoto[]) => {
  const before = new Map<number, Block[]>()
  const warnings: string[] = []
  for (const photo of photos) {
    const { block, warning } = await photoBlock(intake, source, photo)
    const place = Math.min(photo.place, body.length)
    if (block) before.set(place, [...(before.get(place) ?? []), block])
    if (warning) warnings.push(warning)
  }
  const whole = [...body.flatMap((block, i) => [...(before.get(i) ?? []), block]), ...(before.get(body.length) ?? [])]
  return { body: whole.length > 0 ? whole : emptyContent.body, warnings: [...new Set(warnings)] }
}

/** A name of a document as the newsroom's person of that name, or as somebody from outside. */
const personNamed = (newsroom: Newsroom, author: string): string => {
  const name = folded(author)
  return newsroom.staff().find((member) => folded(member.name) === name)?.id ?? outsider(author || 'автор документа')
}

/** What was suggested in a text and said of it; null where nothing was. */
const readTracesOf = ({ newsroom }: Intake, blocks: readonly Block[], traces: readonly Trace[]) => {
  if (traces.length === 0) return null
  const { newId, now } = newsroom.environment
  const context = { traces, newId, now: now(), person: (author: string) => personNamed(newsroom, author) }
  const read = readTraces(blocks, context)
  const brought: Brought = {
    suggested: suggestionsIn(read.body).length > 0 ? read.body : null,
    furnish: (doc) => bringComments(doc, read, context),
  }
  return { body: read.body, brought }
}

interface Kept {
  readonly file: string
  readonly content: ArticleContent
  readonly warnings: readonly string[]
  readonly brought: Brought
}

const keep = async (intake: Intake, { file, content, warnings, brought }: Kept): Promise<ImportedFile> => {
  const { newsroom, known, person } = intake
  const { headline } = content
  const hash = contentHash(content)
  const already = known.get(hash)
  const taken = { file, headline, characters: plainText(content).length, photos: photosOf(content).length, notReached: false }
  if (already)
    return {
      ...taken,
      article: already,
      warnings: [`Такой же материал ${quoted(headline)} уже есть: второй не создан.`],
      problem: null,
    }
  try {
    const order = nextOrder(newsroom)
    const id = await newsroom.articles.create(content, brought)
    const record = newWorkflowRecord('filed', 'import', person, newsroom.environment.now(), order)
    await newsroom.workflow.put(id, { ...record, steps: record.steps.map((step) => ({ ...step, remark: basename(file) })) })
    known.set(hash, id)
    return { ...taken, article: id, warnings: [...warnings], problem: null }
  } catch (error) {
    return refused(file, storeComplaint(file, error))
  }
}

const takeText = async (intake: Intake, source: SourceFile, kind: TextKind): Promise<ImportedFile> => {
  const { path: file } = source
  const limit = sizeLimits[kind]
  const refuse = (problem: string) => refused(file, `«${file}»: ${problem}`)
  const tooLarge = (size: number) =>
    refuse(`слишком велик для текста: ${megabytes(size)}, допустимо ${megabytes(limit)}. Разделите его на отдельные материалы.`)
  if (source.size === 0) return refuse('файл пуст. Проверьте, сохранён ли текст.')
  if (source.size > limit) return tooLarge(source.size)
  let bytes: Uint8Array
  try {
    bytes = await source.read()
  } catch (error) {
    return refused(file, readComplaint(file, error))
  }
  if (bytes.length > limit) return tooLarge(bytes.length)
  const read = await readFile(bytes, kind, basename(file))
  if (!read.ok) return refuse(read.problem)
  const { draft, picture } = read.value
  if (!draft) return refuse('в файле нет ни одного слова. Проверьте, сохранён ли текст.')
  const parts = draft.body.reduce((sum, block) => sum + 1 + block.content.length, 0)
  if (parts > partLimit)
    return refuse(`в тексте ${parts} абзацев и выделений: это не статья. Разделите файл на отдельные материалы.`)
  const characters = draft.body.reduce((sum, block) => sum + textOf(block.content).length, 0)
  if (characters > characterLimit)
    return refuse(`в тексте ${characters} знаков: это больше целого номера. Разделите файл на отдельные материалы.`)
  const named = new Set(draft.photos.map((photo) => basename(photo.path).toLowerCase()))
  const beside = (intake.pictures ?? []).filter(({ name }) => !named.has(name.toLowerCase()))
  const photos = [
    ...draft.photos,
    ...beside.map(({ name }) => ({ path: name, caption: '', credit: '', place: draft.body.length })),
  ]
  const { body, warnings } = await withPhotos(intake, { from: source, picture }, draft.body, photos)
  const bare = draft.body.length === 0 ? ['В файле только заголовок.'] : []
  const { kicker, headline, deck } = draft
  const byline = draft.byline || (intake.sender?.name ?? '')
  const rubric = draft.rubric || (intake.rubric ?? '')
  const traced = readTracesOf(intake, body, draft.traces ?? [])
  const brought = { ...traced?.brought, ...(intake.sender && { assignment: intake.sender.assignment }) }
  const standing = traced ? asItStands(traced.body) : body
  const content: ArticleContent = {
    ...{ schemaVersion: 1, rubric, kicker, headline, deck, byline },
    body: standing.length > 0 ? [...standing] : emptyContent.body,
  }
  return keep(intake, { file, content, warnings: [...draft.warnings, ...bare, ...warnings], brought })
}

const takePicture = async (intake: Intake, { path, size, read }: SourceFile): Promise<ImportedFile> => {
  if (size === 0) return refused(path, `«${path}»: файл пуст. Скопируйте снимок с карты или из почты ещё раз.`)
  if (size > pictureLimit)
    return refused(
      path,
      `«${path}»: снимок слишком велик: ${megabytes(size)}. Сохраните его как JPEG меньше ${megabytes(pictureLimit)}.`,
    )
  try {
    const added = await intake.newsroom.media.add(basename(path), await read(), 'picture', intake.person)
    if (added.ok) return takenPicture(path, intake.brought.has(added.value.id) ? null : added.value.already)
    return refused(path, [added.failure.what, added.failure.todo].filter(Boolean).join(' '))
  } catch (error) {
    return refused(path, readComplaint(path, error))
  }
}

/** Takes one file in. Whatever is wrong with it is told in the outcome; only bugs reject. */
export const takeIn = (intake: Intake, source: SourceFile): Promise<ImportedFile> => {
  if (source.kind === 'picture') return takePicture(intake, source)
  if (source.kind !== 'letter') return takeText(intake, source, source.kind)
  return Promise.resolve(refused(source.path, `«${source.path}»: письмо внутри письма не взято. Сохраните его отдельно.`))
}
