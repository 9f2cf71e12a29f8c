import type { Proposal } from '../../../../shared/article/suggestion/proposal.ts'
import { element, type XmlElement, type XmlNode } from '../../import/docx/xml.ts'

/** Writes who changed something, the way a document keeps it: each change has a number of its own. */
export interface Tracker {
  /** `w:ins`, `w:del` and the like around what they are about. */
  readonly mark: (name: string, by: Pick<Proposal, 'person' | 'at'>, children?: readonly XmlNode[]) => XmlElement
}

/** The moment as a document writes it: whole seconds, universal time. */
export const writtenTime = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`

export const createTracker = (nameOf: (person: string) => string): Tracker => {
  let last = 0
  return {
    mark: (name, { person, at }, children = []) => {
      last += 1
      return element(name, { 'w:id': String(last), 'w:author': nameOf(person), 'w:date': writtenTime(at) }, children)
    },
  }
}
