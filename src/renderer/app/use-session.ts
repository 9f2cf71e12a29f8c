import { useCallback, useEffect, useMemo, useState } from 'react'
import { dayOf } from '../../shared/calendar/day.ts'
import { issueApi } from '../../shared/issue/api.ts'
import { settingsApi } from '../../shared/settings/api.ts'
import { staffApi } from '../../shared/staff/api.ts'
import { holdsRight } from '../../shared/staff/rights.ts'
import { worksAlone } from '../../shared/staff/staff.ts'
import type { WorkspaceState } from '../../shared/workspace/api.ts'
import { useClient, useQuery } from '../api/hooks.tsx'
import type { Session } from './session.tsx'

/** Who sits at this window is kept by folder, so that two newsrooms never mix their people. */
const personKey = (folder: string): string => `newsroom.person:${folder}`
const issueKey = (folder: string) => `newsroom.issue:${folder}`

const useStored = (key: string): readonly [string | null, (value: string | null) => void] => {
  const [value, setValue] = useState(() => window.localStorage.getItem(key))
  const store = useCallback(
    (next: string | null) => {
      if (next === null) window.localStorage.removeItem(key)
      else window.localStorage.setItem(key, next)
      setValue(next)
    },
    [key],
  )
  return [value, store]
}

/** The session of an open folder: its people, its issues and what this window has chosen of them. */
export const useFolderSession = (
  workspace: WorkspaceState,
  { startNewIssue, openAssignment }: Pick<Session, 'startNewIssue' | 'openAssignment'>,
) => {
  const folder = workspace.folder ?? ''
  const { identity } = useClient()
  const [personId, storePerson] = useStored(personKey(folder))
  const [serial, chooseIssue] = useStored(issueKey(folder))
  const staff = useQuery(staffApi.list, {}, ['staff'])
  const issues = useQuery(issueApi.list, {}, ['issue', 'workflow', 'article'])
  const settings = useQuery(settingsApi.read, {}, ['settings'])

  useEffect(() => {
    identity.set(personId)
    return () => identity.set(null)
  }, [identity, personId])

  const session = useMemo((): Session => {
    const people = staff.value ?? []
    const known = [...(issues.value ?? [])].sort((a, b) => (a.plannedFor < b.plannedFor ? 1 : -1))
    const open = known.filter((issue) => issue.status !== 'published' && issue.status !== 'archived')
    // Issues are planned for weeks ahead: the one in hand is the next to come out.
    const today = dayOf(Date.now())
    const next = open.findLast((issue) => issue.plannedFor >= today) ?? open[0]
    const person = people.find((member) => member.id === personId) ?? null
    return {
      workspace,
      publication: settings.value?.publication ?? null,
      staff: people,
      person,
      may: (right) =>
        !workspace.readOnly && (worksAlone(people, person?.id ?? null) || (person !== null && holdsRight(right, person.roles))),
      choosePerson: storePerson,
      issues: known,
      issue: known.find((issue) => issue.serial === serial) ?? next ?? known[0] ?? null,
      chooseIssue,
      startNewIssue,
      openAssignment,
    }
  }, [
    workspace,
    staff.value,
    issues.value,
    settings.value,
    personId,
    storePerson,
    serial,
    chooseIssue,
    startNewIssue,
    openAssignment,
  ])

  return {
    session,
    /** Nothing is shown of an empty newsroom before it is known to be empty. */
    ready: issues.value !== null && staff.value !== null,
    failure: issues.failure ?? staff.failure ?? settings.failure,
    retry: () => {
      issues.refresh()
      staff.refresh()
      settings.refresh()
    },
  }
}
