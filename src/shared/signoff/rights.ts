import type { Role } from '../workflow/states.ts'
import { approvers } from '../workflow/transitions.ts'

const senders: readonly Role[] = ['editorInChief', 'managingEditor', 'issueEditor']

/** Who may sign a page or an issue, and who may send a signed page to the printer or have it replaced. */
export const signOffRoles = {
  signPage: approvers,
  signIssue: approvers,
  sendPage: senders,
} as const satisfies Readonly<Record<string, readonly Role[]>>
export type SignOffAction = keyof typeof signOffRoles

/** How a page is called in reports of programs. */
export const pageName = (issue: string, page: number): string => `${issue} с. ${page}`
