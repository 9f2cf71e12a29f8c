import { type Assignment, type Audience, emptyAssignment } from '../../../shared/assignment/assignment.ts'
import type { Formats } from '../../i18n/format.ts'
import { readDeadline } from '../../i18n/read-moment.ts'

/** A choice among things that may also be none of them. */
export const none = 'none'

/** An assignment as its form holds it: every value as text. */
export interface AssignmentDraft {
  readonly headline: string
  readonly rubric: string
  readonly issue: string
  readonly people: readonly string[]
  readonly deadline: string
  readonly lines: string
  readonly characters: string
  readonly photos: string
  readonly audience: Audience | typeof none
  readonly region: string
  /** Id of a project, of an author's card, or `none`. */
  readonly project: string
  readonly author: string
  readonly note: string
  readonly editDue: string
  readonly proofreadDue: string
  readonly layoutDue: string
}

/** What the form is filled from. */
export interface Order {
  readonly headline: string
  readonly rubric: string
  readonly assignment: Assignment
  readonly deadline: number | null
}

/** Fields that hold a moment, and those that hold a number. */
const moments = ['deadline', 'editDue', 'proofreadDue', 'layoutDue'] as const
const numbers = ['lines', 'characters'] as const

export const draftOf = ({ headline, rubric, assignment, deadline }: Order, format: Formats): AssignmentDraft => {
  const moment = (at: number | null) => (at === null ? '' : format.typedMoment(at))
  return {
    ...{ headline, rubric },
    issue: assignment.issue ?? none,
    people: assignment.people,
    deadline: moment(deadline),
    lines: assignment.lines === null ? '' : String(assignment.lines),
    characters: assignment.characters === null ? '' : String(assignment.characters),
    photos: assignment.photos,
    audience: assignment.audience ?? none,
    region: assignment.region,
    project: assignment.project ?? none,
    author: assignment.author ?? none,
    note: assignment.note,
    editDue: moment(assignment.editDue),
    proofreadDue: moment(assignment.proofreadDue),
    layoutDue: moment(assignment.layoutDue),
  }
}

/** The form of a topic nobody has said anything about; it is meant for this issue. */
export const newDraft = (issue: string | null, format: Formats): AssignmentDraft =>
  draftOf({ headline: '', rubric: '', assignment: { ...emptyAssignment, issue }, deadline: null }, format)

const readNumber = (typed: string): number | null =>
  /^\d{1,6}$/.test(typed.replace(/\s/g, '')) ? Number(typed.replace(/\s/g, '')) : null

/** Fields whose value can't be taken. */
export const faultsOf = (draft: AssignmentDraft, now: number): ReadonlySet<keyof AssignmentDraft> =>
  new Set([
    ...(draft.headline.trim() === '' ? (['headline'] as const) : []),
    ...moments.filter((name) => draft[name].trim() !== '' && readDeadline(draft[name], now) === null),
    ...numbers.filter((name) => draft[name].trim() !== '' && !readNumber(draft[name])),
  ])

/** What a draft stands for; null while a field can't be taken. */
export const orderOf = (draft: AssignmentDraft, now: number): Order | null => {
  if (faultsOf(draft, now).size > 0) return null
  const chosen = (value: string) => (value === none ? null : value)
  const moment = (typed: string) => (typed.trim() === '' ? null : readDeadline(typed, now))
  return {
    headline: draft.headline.trim(),
    rubric: draft.rubric.trim(),
    deadline: moment(draft.deadline),
    assignment: {
      people: [...draft.people],
      lines: readNumber(draft.lines),
      characters: readNumber(draft.characters),
      photos: draft.photos.trim(),
      audience: draft.audience === none ? null : draft.audience,
      region: draft.region.trim(),
      project: chosen(draft.project),
      author: chosen(draft.author),
      issue: chosen(draft.issue),
      note: draft.note.trim(),
      editDue: moment(draft.editDue),
      proofreadDue: moment(draft.proofreadDue),
      layoutDue: moment(draft.layoutDue),
    },
  }
}
