import { expect, test } from 'vitest'
import { articleStatuses, roles, workflowActions } from '../../src/shared/workflow/states.ts'
import { findTransition, openActions, passedOver, transitions } from '../../src/shared/workflow/transitions.ts'

test('W1 only the editor in chief approves', () => {
  for (const role of roles)
    for (const status of articleStatuses) {
      const allowed = typeof findTransition('approve', status, [role], false) === 'object'
      expect(allowed).toBe(role === 'editorInChief' && ['filed', 'edited', 'proofread'].includes(status))
    }
})

test('W2 what is approved can be approved again only when it was changed since', () => {
  expect(findTransition('approve', 'approved', ['editorInChief'], false)).toBe('state')
  expect(findTransition('approve', 'approved', ['editorInChief'], true)).toMatchObject({ to: 'approved' })
})

test('W3 every state can be left, and buttons offer exactly what the backend would do', () => {
  for (const status of articleStatuses) {
    const everyone = openActions(status, roles, true)
    expect(everyone.length, status).toBeGreaterThan(0)
    for (const action of workflowActions)
      expect(everyone.includes(action)).toBe(typeof findTransition(action, status, roles, true) === 'object')
  }
})

test('W4 no two rows of the table say different things of one action and state', () => {
  const seen = transitions.flatMap(({ action, from }) => from.map((status) => `${action} ${status}`))
  expect(new Set(seen).size).toBe(seen.length)
})

test('W5 an approval records the stages it passed over', () => {
  expect(passedOver('filed')).toEqual(['edited', 'proofread'])
  expect(passedOver('edited')).toEqual(['proofread'])
  expect(passedOver('proofread')).toEqual([])
})
