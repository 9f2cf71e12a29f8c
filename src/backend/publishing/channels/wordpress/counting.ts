import { z } from 'zod'
import type { HttpOutcome } from '../../../environment.ts'
import { parseJson } from '../answer-json.ts'
import type { Counting, CountOutcome, CountQuestion, Further } from '../carrier.ts'
import { commentPage, commentQuestion } from './client.ts'
import { said } from './outcome.ts'

const commentsSchema = z.array(z.object({ post: z.number().int() }))

/** Comments counted so far, by post, and the page that comes next. */
const stateSchema = z.object({ page: z.number().int(), comments: z.record(z.string(), z.number()) })
type State = z.infer<typeof stateSchema>

/** A post with more comments than these pages hold is one that a person looks at. */
const mostPages = 7

const stateOf = (written: string | null): State =>
  written === null ? { page: 1, comments: {} } : stateSchema.parse(JSON.parse(written))

const outcome = (answer: HttpOutcome, { posts }: CountQuestion, written: string | null): CountOutcome | Further => {
  if (answer.kind !== 'answer') return { kind: 'noAnswer', reason: `Сайт не отвечает: ${answer.reason}.` }
  const shown = commentsSchema.safeParse(parseJson(answer.body))
  if (answer.status !== 200 || !shown.success)
    return { kind: 'noAnswer', reason: `Сайт не показал комментарии (${said(answer)}).` }
  const { page, comments: before } = stateOf(written)
  const comments = { ...before }
  for (const { post } of shown.data) comments[post] = (comments[post] ?? 0) + 1
  if (shown.data.length === commentPage) {
    if (page === mostPages)
      return { kind: 'noAnswer', reason: 'Комментариев на сайте больше, чем программа считает за один раз.' }
    return { kind: 'further', state: JSON.stringify({ page: page + 1, comments } satisfies State) }
  }
  const nothing = { views: null, likes: null, reposts: null }
  return { kind: 'counted', counts: new Map(posts.map((post) => [post, { ...nothing, comments: comments[post] ?? 0 }])) }
}

/** WordPress itself counts comments and nothing else; those that readers see are counted (rule O48). */
export const wordpressCounting: Counting = {
  most: 25,
  needs: 'Сайт показывает комментарии по паролю приложения: укажите его в настройках канала.',
  request: (question, state) => commentQuestion(question, question.posts, stateOf(state).page),
  outcome,
}
