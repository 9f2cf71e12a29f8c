import { z } from 'zod'
import type { PostCounts } from '../../../../shared/publishing/counts.ts'
import type { HttpOutcome } from '../../../environment.ts'
import type { Counting, CountOutcome, CountQuestion } from '../carrier.ts'
import { credentialsOf } from '../credentials.ts'
import { vkCall, wallPage } from './client.ts'
import { vkAnswer } from './outcome.ts'

const counted = z.object({ count: z.number().int().min(0) }).optional()
const postSchema = z.object({
  id: z.number().int(),
  is_deleted: z.boolean().default(false),
  views: counted,
  likes: counted,
  reposts: counted,
  comments: counted,
})
const postsSchema = z.object({ items: z.array(postSchema) })

const outcome = (answer: HttpOutcome, { posts }: CountQuestion): CountOutcome => {
  const read = vkAnswer(answer)
  if (read.kind === 'error') return { kind: 'noAnswer', reason: `ВКонтакте не показал записи (${read.said}).` }
  if (read.kind !== 'result') return { kind: 'noAnswer', reason: `Связи с ВКонтакте нет или ответ непонятен: ${read.reason}.` }
  const shown = postsSchema.safeParse(read.result)
  if (!shown.success) return { kind: 'noAnswer', reason: 'ВКонтакте ответил не о записях.' }
  const counts = new Map<string, PostCounts>()
  for (const { id, is_deleted, views, likes, reposts, comments } of shown.data.items)
    if (!is_deleted && posts.includes(String(id)))
      counts.set(String(id), {
        views: views?.count ?? null,
        likes: likes?.count ?? null,
        reposts: reposts?.count ?? null,
        comments: comments?.count ?? null,
      })
  return { kind: 'counted', counts }
}

/** VK shows the counts of a wall's posts to the key of the service and of one who runs the group (rule O48). */
export const vkCounting: Counting = {
  most: wallPage,
  needs: 'ВКонтакте показывает счётчики по сервисному ключу или ключу администратора: добавьте его в настройках канала.',
  request: (question) => {
    const { service, user } = credentialsOf(question.secret)
    const token = service || user
    const posts = question.posts.map((post) => `-${question.settings.group}_${post}`).join(',')
    return token ? vkCall(question, token, 'wall.getById', { posts }) : null
  },
  outcome,
}
