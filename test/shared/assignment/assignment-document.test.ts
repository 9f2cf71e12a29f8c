import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { assignmentSchema, emptyAssignment } from '../../../src/shared/assignment/assignment.ts'
import { assignmentOf, writeAssignment } from '../../../src/shared/assignment/assignment-document.ts'

const asked = assignmentSchema.parse({ people: ['reporter'], lines: 120, note: 'Три голоса', photos: 'Доска' })

describe('an assignment in its document', () => {
  it('D3: a document that says nothing has an empty one', () => {
    expect(assignmentOf(new Y.Doc())).toEqual(emptyAssignment)
  })

  it('D3: two people who change different fields at once both keep theirs', () => {
    const first = new Y.Doc()
    writeAssignment(first, asked)
    const second = new Y.Doc()
    Y.applyUpdate(second, Y.encodeStateAsUpdate(first))
    writeAssignment(first, { ...asked, lines: 90 })
    writeAssignment(second, { ...asked, note: 'Четыре голоса' })
    Y.applyUpdate(first, Y.encodeStateAsUpdate(second))
    Y.applyUpdate(second, Y.encodeStateAsUpdate(first))
    expect(assignmentOf(first)).toEqual({ ...asked, lines: 90, note: 'Четыре голоса' })
    expect(assignmentOf(second)).toEqual(assignmentOf(first))
  })

  it('D3: what is written again as it was changes nothing', () => {
    const doc = new Y.Doc()
    writeAssignment(doc, asked)
    const before = Y.encodeStateVector(doc)
    writeAssignment(doc, asked)
    expect(Y.encodeStateVector(doc)).toEqual(before)
  })

  it('D3: a field that can’t be read takes nothing else with it', () => {
    const doc = new Y.Doc()
    writeAssignment(doc, asked)
    doc.getMap('assignment').set('lines', 'сколько-нибудь')
    doc.getMap('assignment').set('из будущего', { value: 1 })
    expect(assignmentOf(doc)).toEqual({ ...asked, lines: null })
  })
})
