import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import type { CorrectionState, correctionApi } from '../../shared/correction/api.ts'
import type { Correction } from '../../shared/correction/correction.ts'
import { statusOf } from '../../shared/publishing/delivery.ts'
import type { Newsroom } from '../newsroom.ts'
import { approvedIn } from '../publishing/approved-version.ts'
import { livePost } from '../publishing/live-post.ts'
import { canChange } from '../publishing/order-change.ts'
import { versionOf } from '../publishing/outbox-row.ts'
import { noticePlace } from './notice-place.ts'
import { approvedText, orderCorrection, postsOf } from './order-correction.ts'
import { printedPlaceOf } from './printed.ts'

const stateOf = async (
  newsroom: Newsroom,
  id: string,
  { schemaVersion: _version, places, ...correction }: Correction,
): Promise<CorrectionState> => ({
  ...correction,
  id,
  places: places.map((place) => {
    const row = place.errand === null ? null : newsroom.outbox.rows.get(place.errand)
    const came = newsroom.outbox.rows.get(place.delivery)
    return {
      ...place,
      reason: row?.reason ?? place.reason,
      status: row ? statusOf[row.state] : null,
      url: row?.url ?? came?.url ?? null,
      doneAt: row?.publishedAt ?? null,
    }
  }),
  notice: await noticePlace(newsroom, correction.print?.notice ?? null),
})

export const correctionHandlers = (newsroom: Newsroom): Handlers<typeof correctionApi> => {
  const states = async (wanted: (correction: Correction) => boolean): Promise<CorrectionState[]> => {
    const found = [...newsroom.corrections.all()].filter(([, each]) => wanted(each)).sort(([, a], [, b]) => b.at - a.at)
    return Promise.all(found.map(([id, each]) => stateOf(newsroom, id, each)))
  }
  return {
    read: async ({ article }) => {
      if (!newsroom.articles.has(article)) return failure('notFound', `Материала ${article} нет в этой редакции.`)
      const rows = newsroom.outbox.rows.all()
      const approval = await approvedText(newsroom, article)
      const places = postsOf(newsroom, article).flatMap(([delivery, { state, channel, url, publishedAt }]) => {
        const live = state === 'sent' ? livePost(rows, delivery) : null
        if (!live) return []
        const differs = !approval.ok || versionOf(live) !== approvedIn(approval.value, live)
        const [edit, remove] = [canChange(newsroom, channel, 'edit'), canChange(newsroom, channel, 'remove')]
        return [{ delivery, channel, url, publishedAt, edit, remove, differs }]
      })
      return success({
        places,
        printed: printedPlaceOf(newsroom, article),
        blocked: approval.ok ? null : approval.failure.what,
        corrections: await states((each) => each.article === article),
      })
    },
    order: async (order, { person }) => {
      const ordered = await orderCorrection(newsroom, order, person)
      return ordered.ok ? success({ correction: ordered.value }) : ordered
    },
    ofIssue: async ({ issue }) => {
      const found = await states(({ print }) => print?.issue === issue)
      return success(found.map((each) => ({ ...each, headline: newsroom.articles.entry(each.article)?.headline ?? '' })))
    },
  }
}
