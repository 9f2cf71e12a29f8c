import { type Schedule, type Stage, stages, stageTimes } from '../assignment/schedule.ts'
import type { ArticleStatus } from '../workflow/states.ts'
import type { DeskArticle, DeskIssue } from './item.ts'

/** One deadline on an issue's way to the press. */
export interface Milestone {
  readonly stage: Stage | 'press'
  /** Milliseconds since 1970. */
  readonly at: number
  /** Stories of the issue that have this stage behind them, of how many. */
  readonly done: number
  readonly all: number
}

const order: readonly ArticleStatus[] = [
  'pitch',
  'assigned',
  'inProgress',
  'filed',
  'edited',
  'proofread',
  'approved',
  'published',
]

/** The state in which a story has the stage behind it. */
const passedAt: Readonly<Record<Exclude<Stage, 'layout'> | 'press', ArticleStatus>> = {
  assign: 'assigned',
  file: 'filed',
  edit: 'edited',
  proofread: 'proofread',
  press: 'approved',
}

const isPast = (stage: Stage | 'press', article: DeskArticle): boolean => {
  if (stage === 'layout') return article.page !== null
  if (stage === 'press' && article.changedAfterApproval) return false
  return order.indexOf(article.status) >= order.indexOf(passedAt[stage])
}

/** The deadlines of an issue in their order, the signature last, with how far its stories have come. */
export const milestonesOf = (issue: DeskIssue, articles: readonly DeskArticle[], schedule: Schedule): readonly Milestone[] => {
  const own = articles.filter(
    ({ issue: serial, status }) => serial === issue.serial && status !== 'onHold' && status !== 'spiked',
  )
  const times = stageTimes(issue.pressTime, schedule)
  const milestone = (stage: Stage | 'press', at: number): Milestone => ({
    ...{ stage, at, all: own.length },
    done: own.filter((article) => isPast(stage, article)).length,
  })
  return [...stages.map((stage) => milestone(stage, times[stage])), milestone('press', issue.pressTime)].sort(
    (a, b) => a.at - b.at,
  )
}
