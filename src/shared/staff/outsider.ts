import type { StaffMember } from './staff.ts'

const prefix = 'outside:'

/** Stands for somebody who is not of the staff, by the name a document gives them: whose suggestion or comment came with it. */
export const outsider = (name: string): string => `${prefix}${name}`

/** The name behind `outsider`; null for the id of anybody else. */
const outsiderName = (person: string): string | null =>
  person.startsWith(prefix) && person.length > prefix.length ? person.slice(prefix.length) : null

/** What a person is called: by the staff, or as a document names them; null for one that nobody knows. */
export const personName = (staff: readonly StaffMember[], person: string): string | null =>
  staff.find(({ id }) => id === person)?.name ?? outsiderName(person)
