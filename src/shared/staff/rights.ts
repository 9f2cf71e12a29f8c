import type { Role } from '../workflow/states.ts'
import { approvers } from '../workflow/transitions.ts'

const planners = ['editorInChief', 'managingEditor', 'issueEditor'] as const satisfies readonly Role[]

/**
 * THE table of rights: what may be done in the newsroom, and in which roles. Backend and screens both ask it. What may be
 * done with an article in which state is the table of transitions, beside which this one stands.
 */
export const rights = {
  /** Which issues there are and when they come out, the calendar, the legal deposit. */
  planIssue: planners,
  /** Which story goes on which page, and how a page is made up: its zones, its template, the place of a story on it. */
  layOutPage: [...planners, 'layoutArtist'],
  /** How pages look, and what printers ask of them. */
  prepareForPrint: [...planners, 'layoutArtist'],
  keepAdvert: [...planners, 'layoutArtist'],
  /** What stands in the imprint, the days of the newspaper and its addresses. */
  describePublication: planners,
  /** Assignments and their deadlines, rubrics, projects, authors' cards, pitches. */
  giveAssignment: [...planners, 'sectionEditor'],
  keepHouseStyle: [...planners, 'subEditor', 'proofreader'],
  passError: planners,
  passWarning: [...planners, 'layoutArtist', 'pictureEditor', 'proofreader', 'subEditor'],
  connectChannel: ['editorInChief', 'managingEditor', 'socialEditor'],
  publish: ['editorInChief', 'managingEditor', 'socialEditor'],
  retract: ['editorInChief', 'managingEditor'],
  approveAdvert: approvers,
  signPage: approvers,
  signIssue: approvers,
  sendPage: planners,
} as const satisfies Readonly<Record<string, readonly Role[]>>
export type Right = keyof typeof rights

/**
 * What an operation asks of who calls it: one of the rights; to be one of the `staff`, with their key open where people
 * sign; to be the `owner`, who keeps people and rules. `everyone` asks nothing: what it does is nobody's privilege.
 */
export type Need = Right | 'owner' | 'staff' | 'everyone'

/** Does somebody with these roles have the right? */
export const holdsRight = (right: Right, held: readonly Role[]): boolean => rights[right].some((role) => held.includes(role))
