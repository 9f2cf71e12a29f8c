import { expect, test } from 'vitest'
import { draftOf, faultsOf, publicationOf, stageFaults } from '../../src/renderer/features/settings/publication-draft.ts'
import { publicationSchema } from '../../src/shared/settings/settings.ts'

const { style: _style, ...stored } = publicationSchema.parse({})

test('a publication goes through its form unchanged', () => {
  expect(publicationOf(draftOf(stored))).toEqual(stored)
})

test('hours of stages may have a comma; a stage can’t end before the one in front of it', () => {
  const draft = draftOf(stored)
  const half = { ...draft, hours: { ...draft.hours, layout: '7,5' } }
  expect(publicationOf(half)?.schedule.hours.layout).toBe(7.5)
  const early = { ...draft, hours: { ...draft.hours, edit: '60' } }
  expect([...stageFaults(early)]).toEqual(['edit'])
  const nothing = { ...draft, hours: { ...draft.hours, file: '', layout: 'скоро' } }
  expect([...stageFaults(nothing)]).toEqual(['file', 'layout'])
  expect(faultsOf(nothing).has('hours')).toBe(true)
  expect(publicationOf(nothing)).toBeNull()
})
