import type { Backend } from '../backend/create-backend.ts'
import type { BackendEvent } from '../shared/api/events.ts'
import type { Result } from '../shared/api/result.ts'
import type { DesktopTexts } from '../shared/desktop/texts/ru.ts'
import { exportApi } from '../shared/export/api.ts'
import { publishingApi } from '../shared/publishing/api.ts'
import type { Delivery, DeliveryStatus } from '../shared/publishing/delivery.ts'

/** A notification of the system. */
export interface Notice {
  readonly title: string
  readonly body: string
}

type Known = ReadonlyMap<string, DeliveryStatus>

const statusesOf = (deliveries: readonly Delivery[]): Known => new Map(deliveries.map(({ id, status }) => [id, status]))

/** What to say of deliveries that have failed, or whose result has become unknown, since `known`. */
export const deliveryNotices = (known: Known, deliveries: readonly Delivery[], texts: DesktopTexts): Notice[] =>
  deliveries.flatMap(({ id, status, headline, channel }) => {
    if (known.get(id) === status) return []
    const name = headline === '' ? texts.untitled : headline
    const words = texts.notices
    if (status === 'failed') return [{ title: words.deliveryTitle, body: words.deliveryFailed(name, channel) }]
    if (status === 'unknown') return [{ title: words.deliveryTitle, body: words.deliveryUnknown(name, channel) }]
    return []
  })

/** What to say of an export that has ended; null where there is nothing to say. */
export const exportNotice = (result: Result<unknown>, texts: DesktopTexts): Notice | null => {
  const words = texts.notices
  if (!result.ok)
    return result.failure.code === 'cancelled' ? null : { title: words.exportFailedTitle, body: result.failure.what }
  const outcome = exportApi.run.output.safeParse(result.value)
  return outcome.success ? { title: words.exportTitle, body: words.exportDone(outcome.data.pages) } : null
}

export interface NotifierParts {
  readonly backend: Pick<Backend, 'call'>
  readonly texts: () => DesktopTexts
  /** Is a window of the program in front? Then its screen says it, and the system need not. */
  readonly watched: () => boolean
  readonly show: (notice: Notice) => void
}

/** Tells the system of what goes on while no window of the program is in front. */
export interface Notifier {
  readonly heard: (event: BackendEvent) => void
  readonly answered: (name: string, result: Result<unknown>) => void
}

export const createNotifier = ({ backend, texts, watched, show }: NotifierParts): Notifier => {
  let known: Known | null = null
  let reading: Promise<void> = Promise.resolve()

  const deliveries = async (): Promise<readonly Delivery[] | null> => {
    const result = await backend.call(publishingApi.outbox.name, {}, { person: null })
    const outbox = result.ok ? publishingApi.outbox.output.safeParse(result.value) : null
    return outbox?.success ? outbox.data.deliveries : null
  }
  // One reading after another: of two at once the older could overwrite what the newer has learnt.
  const look = () => {
    reading = reading.then(async () => {
      const now = await deliveries()
      if (now === null) return
      const notices = known === null ? [] : deliveryNotices(known, now, texts())
      known = statusesOf(now)
      if (!watched()) for (const notice of notices) show(notice)
    })
  }

  return {
    heard: (event) => {
      if (event.type === 'workspaceChanged') known = null
      if (event.type === 'workspaceChanged' || (event.type === 'changed' && event.feature === 'publishing')) look()
    },
    answered: (name, result) => {
      if (name !== exportApi.run.name || watched()) return
      const notice = exportNotice(result, texts())
      if (notice) show(notice)
    },
  }
}
