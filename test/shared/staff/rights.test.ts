import { describe, expect, it } from 'vitest'
import { contract } from '../../../src/shared/api/contract.ts'
import type { Operation } from '../../../src/shared/api/operation.ts'
import { roleLabels, whoMay } from '../../../src/shared/staff/labels.ts'
import { holdsRight, type Right, rights } from '../../../src/shared/staff/rights.ts'
import { roles } from '../../../src/shared/workflow/states.ts'

const allRights = Object.keys(rights).filter((right): right is Right => right in rights)
const operations = Object.values(contract).flatMap((api): Operation[] => Object.values(api))
const needing = (need: Operation['need']) => operations.filter((each) => each.effect === 'write' && each.need === need)

describe('the table of rights', () => {
  it('W33: the editor in chief has every right, and nobody else has all', () => {
    for (const right of allRights) expect(holdsRight(right, ['editorInChief']), right).toBe(true)
    for (const role of roles.filter((one) => one !== 'editorInChief'))
      expect(
        allRights.every((right) => holdsRight(right, [role])),
        role,
      ).toBe(false)
  })

  it('W33: each right is asked by an operation, or is part of one that is', () => {
    const withinOthers: readonly Right[] = ['retract']
    for (const right of allRights) expect(withinOthers.includes(right) || needing(right).length > 0, right).toBe(true)
  })

  it('W34: what asks nothing of who calls it is written down', () => {
    expect(
      needing('everyone')
        .map(({ name }) => name)
        .sort(),
    ).toEqual([
      'article.change',
      'article.create',
      'article.import',
      'article.upload',
      'author.exportLineage',
      'language.exportRules',
      'media.add',
      'notification.mute',
      'notification.see',
      'notification.tell',
      'publishing.drain',
      'publishing.exportLog',
      'publishing.exportReport',
      'region.exportGeography',
      'search.moveSaved',
      'search.removeSaved',
      'search.save',
      'staff.changePassphrase',
      'staff.requestKey',
    ])
  })

  it('W35: a refusal names those who may, in Russian', () => {
    expect(whoMay('signPage')).toBe('Подписывать полосы может главный редактор.')
    expect(whoMay('publish')).toBe('Публиковать в каналах могут главный редактор, ответственный секретарь и SMM-редактор.')
    for (const right of allRights) for (const role of rights[right]) expect(whoMay(right)).toContain(roleLabels[role])
  })
})
