import { createHash } from 'node:crypto'
import { failure, type Result, success } from '../../shared/api/result.ts'
import type { ChannelPart } from '../../shared/publishing/channel.ts'
import type { Newsroom } from '../newsroom.ts'
import type { ChannelAdapter } from './channels/channel-adapter.ts'
import { cropPhoto } from './crop-photo.ts'
import { readPageFile } from './issue-page/page-files.ts'
import type { ChannelRecord } from './outbox-store.ts'
import type { SendingDependencies } from './sending-dependencies.ts'

/** One delivery on its way to one channel. */
export interface PostJob {
  readonly newsroom: Newsroom
  readonly channel: ChannelRecord
  readonly adapter: ChannelAdapter
  readonly secret: string
  /** Address of the channel's proxy with name and password; empty where requests go straight. */
  readonly proxy: string
  /** Id of the delivery. */
  readonly id: string
  /** Resolves when the channel may take another post. */
  readonly pace: () => Promise<void>
  readonly dependencies: SendingDependencies
}

/** Unique to a delivery and one of its posts, the same at every attempt. */
export const markOf = (id: string, index: number): string => `${id}-${index}`

/** SHA-256, hex. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The file of an issue's page that a part calls so; null where it is one of the newsroom's pictures. */
export const fileOf = (part: ChannelPart, media: string): { readonly name: string; readonly type: string } | null =>
  (part.kind === 'article' && part.files?.find((file) => file.media === media)) || null

/** Everything of a part that is brought to its channel: its photos, then the files that go with them. */
export const broughtWith = (part: ChannelPart): readonly string[] => [
  ...new Set([...part.photos, ...((part.kind === 'article' && part.files) || []).map(({ media }) => media)]),
]

/** The bytes of a photo, fit for the channel. A photo is named by its hash, so a changed file is noticed. */
export const photoBytes = async (
  { newsroom, adapter }: PostJob,
  media: string,
  part: ChannelPart,
): Promise<Result<Uint8Array>> => {
  const file = fileOf(part, media)
  const medium = newsroom.media.get(media)
  if (file !== null && !medium) {
    const kept = await readPageFile(newsroom, media)
    return kept ? success(kept) : failure('damaged', 'Файл страницы номера пропал или повреждён. Соберите её заново.')
  }
  const bytes = await newsroom.media.read(media).catch(() => null)
  if (!bytes || sha256(bytes) !== media) return failure('damaged', 'Файл снимка пропал или повреждён.')
  if ((file?.type === 'application/pdf') !== (medium?.format === 'pdf'))
    return failure('damaged', `Файл «${medium?.name ?? media}» не того вида, что обещает его имя. Приложите документ ещё раз.`)
  if (medium?.format === 'pdf') return success(bytes)
  const crop = part.kind === 'article' ? undefined : part.crops?.[media]
  const cropped = crop === undefined ? success(bytes) : await cropPhoto(bytes, crop)
  return cropped.ok ? adapter.preparePhoto(cropped.value) : cropped
}
