import type * as Y from 'yjs'
import { type Assignment, assignmentSchema, emptyAssignment } from './assignment.ts'

/** Name of the assignment's map in an article's Yjs document. */
export const assignmentName = 'assignment'

/** The assignment in an article's document. A field that can't be read is as if nothing had been said. */
export const assignmentOf = (doc: Y.Doc): Assignment => {
  const map = doc.getMap(assignmentName)
  if (map.size === 0) return emptyAssignment
  const fields = Object.entries(assignmentSchema.shape).flatMap(([name, schema]) => {
    const field = schema.safeParse(map.get(name))
    return field.success ? [[name, field.data] as const] : []
  })
  return assignmentSchema.parse(Object.fromEntries(fields))
}

/** Writes what differs, so that two people who change different fields at once both keep theirs. */
export const writeAssignment = (doc: Y.Doc, next: Assignment): void => {
  const now = new Map<string, unknown>(Object.entries(assignmentOf(doc)))
  const map = doc.getMap(assignmentName)
  for (const [name, value] of Object.entries(next))
    if (JSON.stringify(value) !== JSON.stringify(now.get(name))) map.set(name, value)
}
