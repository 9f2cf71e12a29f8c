import { type Schedule, type Stage, stageTimes } from '../assignment/schedule.ts'
import type { PrintedPlace } from '../correction/correction.ts'
import type { WorkflowStep } from '../workflow/approval.ts'
import type { ArticleStatus } from '../workflow/states.ts'

/** Where variants of an article wait: for the chief's signature, or for somebody to look at them over the new text. */
export const waitingVariants = ['unapproved', 'stale'] as const
export type WaitingVariant = (typeof waitingVariants)[number]

/** What a desk needs to know of an article. Moments are milliseconds since 1970. */
export interface DeskArticle {
  readonly id: string
  readonly headline: string
  readonly rubric: string
  readonly status: ArticleStatus
  readonly changedAfterApproval: boolean
  /** Of a variant for a channel, written or changed since the approval; null where none waits. */
  readonly variant: WaitingVariant | null
  /** Where the mistake was printed that this notice puts right; null for every other article. */
  readonly corrects: PrintedPlace | null
  /** Staff members it is given to. */
  readonly people: readonly string[]
  /** What happened to it last; null where that is not known. */
  readonly last: Pick<WorkflowStep, 'action' | 'person' | 'at' | 'remark'> | null
  /** Serial of the issue it stands in or else is meant for, and its page there. */
  readonly issue: string | null
  readonly page: number | null
  readonly characters: number
  /** Commissioned length in lines. */
  readonly lines: number | null
  readonly photos: number
  readonly asksPhotos: boolean
  /** Set by hand: when the text is due from its author, and when the later stages end. */
  readonly deadline: number | null
  readonly editDue: number | null
  readonly proofreadDue: number | null
  readonly layoutDue: number | null
}

/** What a desk needs to know of an issue. */
export interface DeskIssue {
  readonly serial: string
  /** When it is signed. */
  readonly pressTime: number
  /** It is out or at the printer: its stories wait for nobody. */
  readonly isOut: boolean
}

/** The stage that an article in this state is to leave next; null for one that is done or put aside. */
export const stageOf = (status: ArticleStatus): Stage | 'press' | null => {
  switch (status) {
    case 'pitch':
      return 'assign'
    case 'assigned':
    case 'inProgress':
      return 'file'
    case 'filed':
      return 'edit'
    case 'edited':
      return 'proofread'
    case 'proofread':
      return 'press'
    default:
      return null
  }
}

/** When the present stage of an article ends: as set by hand, or by the schedule of its issue; null where neither says. */
export const dueOf = (article: DeskArticle, issue: DeskIssue | null, schedule: Schedule): number | null => {
  const stage = stageOf(article.status)
  if (stage === null) return null
  if (stage === 'press') return issue?.pressTime ?? null
  const set = { assign: null, file: article.deadline, edit: article.editDue, proofread: article.proofreadDue, layout: null }
  return set[stage] ?? (issue ? stageTimes(issue.pressTime, schedule)[stage] : null)
}

/** Actions by which somebody has an article in hand: they answer for it where nobody was named. */
const taking: ReadonlySet<WorkflowStep['action']> = new Set(['start', 'create', 'file'])

/** Who answers for the text: those it was given to, or whoever took it last. */
export const authorsOf = ({ people, last }: DeskArticle): readonly string[] =>
  people.length > 0 ? people : last?.person && taking.has(last.action) ? [last.person] : []
