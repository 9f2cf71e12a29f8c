import { z } from 'zod'
import type { PostCounts } from '../../../../shared/publishing/counts.ts'
import type { HttpOutcome } from '../../../environment.ts'
import type { Counting, CountOutcome, CountQuestion } from '../carrier.ts'
import { okCall } from './client.ts'
import { okAnswer } from './outcome.ts'

/** The most topics that one question names. */
const topicPage = 100

const fields = ['ID', 'VIEWS_COUNT', 'LIKE_SUMMARY', 'RESHARE_SUMMARY', 'DISCUSSION_SUMMARY']

// Numbers come as numbers or as words of digits.
const number = z.coerce.number().int().min(0).optional().catch(undefined)
const summary = z.object({ count: number }).optional()
const topicSchema = z.object({
  id: z.coerce.string(),
  views_count: number,
  like_summary: summary,
  reshare_summary: summary,
  discussion_summary: z.object({ comments_count: number }).optional(),
})
const topicsSchema = z.object({ media_topics: z.array(topicSchema).default([]) })

const outcome = (answer: HttpOutcome, { posts }: CountQuestion): CountOutcome => {
  const read = okAnswer(answer)
  if (read.kind === 'error') return { kind: 'noAnswer', reason: `Одноклассники не показали темы (${read.said}).` }
  if (read.kind !== 'result')
    return { kind: 'noAnswer', reason: `Связи с Одноклассниками нет или ответ непонятен: ${read.reason}.` }
  const shown = topicsSchema.safeParse(read.result)
  if (!shown.success) return { kind: 'noAnswer', reason: 'Одноклассники ответили не о темах.' }
  const counts = new Map<string, PostCounts>()
  for (const topic of shown.data.media_topics)
    if (posts.includes(topic.id))
      counts.set(topic.id, {
        views: topic.views_count ?? null,
        likes: topic.like_summary?.count ?? null,
        reposts: topic.reshare_summary?.count ?? null,
        comments: topic.discussion_summary?.comments_count ?? null,
      })
  return { kind: 'counted', counts }
}

/** Odnoklassniki show what readers have done with a group's topics under their numbers (rule O48). */
export const okCounting: Counting = {
  most: topicPage,
  needs: 'Одноклассники показывают счётчики по токену канала: укажите его в настройках.',
  request: (question) =>
    okCall(question, 'mediatopic.getByIds', {
      topic_ids: question.posts.join(','),
      fields: fields.map((field) => `media_topic.${field}`).join(','),
    }),
  outcome,
}
