import { createContext, useContext } from 'react'
import type { IssueSummary } from '../../shared/issue/api.ts'
import type { Publication } from '../../shared/settings/settings.ts'
import type { Right } from '../../shared/staff/rights.ts'
import type { StaffMember } from '../../shared/staff/staff.ts'
import type { WorkspaceState } from '../../shared/workspace/api.ts'

/** What every screen of an open folder may ask of the frame. */
export interface Session {
  readonly workspace: WorkspaceState
  readonly publication: Publication | null
  readonly staff: readonly StaffMember[]
  /** Who is at this window; null until they have said. */
  readonly person: StaffMember | null
  /** Does the person have this right here? Before anyone has said who they are nothing is hidden: they are asked first. */
  readonly may: (right: Right) => boolean
  readonly choosePerson: (id: string | null) => void
  readonly issues: readonly IssueSummary[]
  /** The issue the person works on; null while there is none. */
  readonly issue: IssueSummary | null
  readonly chooseIssue: (serial: string) => void
  readonly startNewIssue: () => void
  /** Opens the form of an assignment: that of an article or, with null, of a new topic. */
  readonly openAssignment: (article: string | null) => void
}

/** Is what was typed on disk? Shown in the bar; screens that save report it. */
export type SavedMark =
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'saving' }
  | { readonly kind: 'unsaved'; readonly since: number }

const SessionContext = createContext<Session | null>(null)
export const SessionProvider = SessionContext

export const useSession = (): Session => {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside of an open folder')
  return session
}

const SavedMarkContext = createContext<(mark: SavedMark | null) => void>(() => {})
export const SavedMarkProvider = SavedMarkContext

/** A function that shows in the bar what is saved; null takes the mark away. */
export const useSavedMark = (): ((mark: SavedMark | null) => void) => useContext(SavedMarkContext)
