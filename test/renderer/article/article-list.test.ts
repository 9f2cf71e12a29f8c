import { describe, expect, it } from 'vitest'
import { measureText } from '../../../src/renderer/features/article/panel/measure.ts'
import { chooseSteps } from '../../../src/renderer/features/article/panel/next-step.ts'
import { emptyContent } from '../../../src/shared/article/content.ts'
import { articleStatuses } from '../../../src/shared/workflow/states.ts'
import { openActions } from '../../../src/shared/workflow/transitions.ts'

describe('the next step', () => {
  it('is approval for whoever may approve, and the next stage for the others', () => {
    const next = (status: (typeof articleStatuses)[number], role: Parameters<typeof openActions>[1][number]) =>
      chooseSteps(openActions(status, [role], false)).next
    expect(next('filed', 'editorInChief')).toBe('approve')
    expect(next('filed', 'subEditor')).toBe('edit')
    expect(next('edited', 'proofreader')).toBe('proofread')
    expect(next('inProgress', 'reporter')).toBe('file')
    expect(next('onHold', 'sectionEditor')).toBe('resume')
    expect(next('approved', 'editorInChief')).toBeNull()
  })

  it('leaves no open action out and offers none twice', () => {
    for (const status of articleStatuses)
      for (const changed of [false, true]) {
        const open = openActions(status, ['editorInChief', 'proofreader'], changed)
        const { next, canReturn, others } = chooseSteps(open)
        const offered = [...(next ? [next] : []), ...(canReturn ? (['return'] as const) : []), ...others]
        expect(offered.toSorted()).toEqual([...open].sort())
      }
  })
})

describe('the length of a text', () => {
  it('counts characters with spaces and words; a dash is no word, a hyphen makes none', () => {
    const paragraph = {
      type: 'paragraph',
      attrs: { kind: 'paragraph', medium: 'everywhere' },
      content: [{ type: 'text', text: 'Кто-то — 2,5 ставки.' }],
    } as const
    const { characters, words } = measureText({ ...emptyContent, body: [{ ...paragraph, content: [...paragraph.content] }] })
    expect(words).toBe(3)
    expect(characters).toBe(20)
    expect(measureText(emptyContent)).toEqual({ characters: 0, words: 0 })
  })
})
