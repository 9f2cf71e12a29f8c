import { basename } from 'node:path'
import type { ImportedFile } from '../../../shared/article/api.ts'
import { type ArticleContent, type Block, emptyContent } from '../../../shared/article/content.ts'
import type { Newsroom } from '../../newsroom.ts'
import { newWorkflowRecord, nextOrder } from '../../workflow/act.ts'
import { contentHash } from '../../workflow/content-hash.ts'
import type { FileKind } from './collect.ts'
import { readComplaint, storeComplaint } from './complaint.ts'
import { type NamedPhoto, paragraph, textRuns } from './draft.ts'
import { decodeText, type TextEncoding } from './encoding.ts'
import { parseText, type TextFormat } from './parse-text.ts'

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
}

/** Bytes of a text, its paragraphs and runs, bytes of a picture: more is a mistake, and would only stop the program. */
const textLimit = 5 * 1024 * 1024
const partLimit = 20_000
export const pictureLimit = 200 * 1024 * 1024

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} МБ`

const encodingNames: Readonly<Record<TextEncoding, string | null>> = {
  'utf-8': null,
  'utf-16le': null,
  'utf-16be': null,
  'windows-1251': 'windows-1251',
  'koi8-r': 'КОИ-8',
}

const refused = (file: string, problem: string): ImportedFile => ({ file, article: null, headline: null, warnings: [], problem })

const photoBlock = async (
  intake: Intake,
  from: SourceFile,
  photo: NamedPhoto,
): Promise<{ block: Block | null; warning: string | null }> => {
  const { caption, credit, alternative = '' } = photo
  const found = await intake.findPhoto(from, photo.path)
  const added = typeof found === 'string' ? null : await intake.newsroom.media.add(found.name, found.bytes)
  if (added?.ok) {
    const attrs = { media: added.value.id, credit, alternative: alternative || caption, medium: 'everywhere' as const }
    return { block: { type: 'photo', attrs, content: textRuns(caption) }, warning: null }
  }
  const reason = typeof found === 'string' ? found : (added?.failure.what ?? '')
  // The caption was somebody's work: it waits in a note until the picture is found.
  const place = `Здесь должен быть снимок ${photo.path}.`
  const words = [caption, credit && `Фото: ${credit}`, alternative && `На снимке: ${alternative}`].filter(Boolean)
  const note = [place, ...words].join(' ')
  const block = words.length > 0 ? paragraph('note', textRuns(note)) : null
  return { block, warning: `${reason} Текст взят без этого снимка.` }
}

const withPhotos = async (intake: Intake, from: SourceFile, body: readonly Block[], photos: readonly NamedPhoto[]) => {
  const before = new Map<number, Block[]>()
  const warnings: string[] = []
  for (const photo of photos) {
    const { block, warning } = await photoBlock(intake, from, photo)
    const place = Math.min(photo.place, body.length)
    if (block) before.set(place, [...(before.get(place) ?? []), block])
    if (warning) warnings.push(warning)
  }
  const whole = [...body.flatMap((block, i) => [...(before.get(i) ?? []), block]), ...(before.get(body.length) ?? [])]
  return { body: whole.length > 0 ? whole : emptyContent.body, warnings }
}

const keep = async (
  intake: Intake,
  file: string,
  content: ArticleContent,
  warnings: readonly string[],
): Promise<ImportedFile> => {
  const { newsroom, known, person } = intake
  const { headline } = content
  const hash = contentHash(content)
  const already = known.get(hash)
  if (already)
    return {
      file,
      article: already,
      headline,
      warnings: [`Такой же материал «${headline}» уже есть: второй не создан.`],
      problem: null,
    }
  try {
    const order = nextOrder(newsroom)
    const id = await newsroom.articles.create(content)
    const record = newWorkflowRecord('filed', 'import', person, newsroom.environment.now(), order)
    await newsroom.workflow.put(id, { ...record, steps: record.steps.map((step) => ({ ...step, remark: basename(file) })) })
    known.set(hash, id)
    return { file, article: id, headline, warnings: [...warnings], problem: null }
  } catch (error) {
    return refused(file, storeComplaint(file, error))
  }
}

const takeText = async (intake: Intake, source: SourceFile, format: TextFormat): Promise<ImportedFile> => {
  const { path: file } = source
  const refuse = (problem: string) => refused(file, `«${file}»: ${problem}`)
  const tooLarge = (size: number) =>
    refuse(
      `слишком велик для текста: ${megabytes(size)}, допустимо ${megabytes(textLimit)}. Разделите его на отдельные материалы.`,
    )
  if (source.size === 0) return refuse('файл пуст. Проверьте, сохранён ли текст.')
  if (source.size > textLimit) return tooLarge(source.size)
  let bytes: Uint8Array
  try {
    bytes = await source.read()
  } catch (error) {
    return refused(file, readComplaint(file, error))
  }
  if (bytes.length > textLimit) return tooLarge(bytes.length)
  const decoded = decodeText(bytes)
  if (!decoded.ok) return refuse(`не взят: ${decoded.complaint}. ${decoded.todo}`)
  const draft = parseText(decoded.text, format, basename(file))
  if (!draft) return refuse('в файле нет ни одного слова. Проверьте, сохранён ли текст.')
  const parts = draft.body.reduce((sum, block) => sum + 1 + block.content.length, 0)
  if (parts > partLimit)
    return refuse(`в тексте ${parts} абзацев и выделений: это не статья. Разделите файл на отдельные материалы.`)
  const { body, warnings } = await withPhotos(intake, source, draft.body, draft.photos)
  const name = encodingNames[decoded.encoding]
  const recognised = name ? [`Кодировка ${name} распознана по буквам: проверьте первые слова.`] : []
  const bare = draft.body.length === 0 ? ['В файле только заголовок.'] : []
  const { kicker, headline, deck, byline } = draft
  const rubric = draft.rubric || (intake.rubric ?? '')
  const content: ArticleContent = { schemaVersion: 1, rubric, kicker, headline, deck, byline, body }
  return keep(intake, file, content, [...recognised, ...draft.warnings, ...bare, ...warnings])
}

const takePicture = async (intake: Intake, { path, size, read }: SourceFile): Promise<ImportedFile> => {
  if (size === 0) return refused(path, `«${path}»: файл пуст. Скопируйте снимок с карты или из почты ещё раз.`)
  if (size > pictureLimit)
    return refused(
      path,
      `«${path}»: снимок слишком велик: ${megabytes(size)}. Сохраните его как JPEG меньше ${megabytes(pictureLimit)}.`,
    )
  try {
    const added = await intake.newsroom.media.add(basename(path), await read())
    if (added.ok) return { file: path, article: null, headline: null, warnings: [], problem: null }
    return refused(path, [added.failure.what, added.failure.todo].filter(Boolean).join(' '))
  } catch (error) {
    return refused(path, readComplaint(path, error))
  }
}

/** Takes one file in. Whatever is wrong with it is told in the outcome; only bugs reject. */
export const takeIn = (intake: Intake, source: SourceFile): Promise<ImportedFile> =>
  source.kind === 'picture' ? takePicture(intake, source) : takeText(intake, source, source.kind)
