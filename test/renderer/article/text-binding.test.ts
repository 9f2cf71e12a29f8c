import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { bindText } from '../../../src/renderer/features/article/sync/text-binding.ts'
import { findChange, moveCaret, toSingleLine } from '../../../src/shared/article/text-diff.ts'

const apply = (text: string, change: ReturnType<typeof findChange>) =>
  change ? text.slice(0, change.index) + change.inserted + text.slice(change.index + change.removed) : text

/** Few letters, so that repetitions are frequent, and a character of two UTF-16 units. */
const text = fc.array(fc.constantFrom('а', 'б', ' ', '😀', '😃'), { maxLength: 12 }).map((parts) => parts.join(''))

const isWhole = (value: string) => !/[\ud800-\udfff]/u.test(value)

describe('a change of a single-line text', () => {
  it('turns the one text into the other, wherever the caret is said to be', () => {
    fc.assert(
      fc.property(text, text, fc.option(fc.integer({ min: 0, max: 30 })), (before, after, caret) => {
        const change = findChange(before, after, caret)
        expect(apply(before, change)).toBe(after)
        expect(change === null).toBe(before === after)
      }),
    )
  })

  it('never cuts a pair of surrogates', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = findChange(before, after, null)
        if (!change) return
        expect(isWhole(change.inserted)).toBe(true)
        expect(isWhole(before.slice(change.index, change.index + change.removed))).toBe(true)
      }),
    )
  })

  it('is where the caret is, among equal letters', () => {
    expect(findChange('лл', 'ллл', 1)).toEqual({ index: 0, removed: 0, inserted: 'л' })
    expect(findChange('лл', 'ллл', 3)).toEqual({ index: 2, removed: 0, inserted: 'л' })
    expect(findChange('лл', 'л', 0)).toEqual({ index: 0, removed: 1, inserted: '' })
    expect(findChange('лл', 'л', 1)).toEqual({ index: 1, removed: 1, inserted: '' })
  })

  it('touches only what differs', () => {
    expect(findChange('Отпуск длиной в год', 'Отпуск на целый год', null)).toEqual({
      index: 7,
      removed: 8,
      inserted: 'на целый',
    })
  })

  it('keeps a caret beside the letter it stood at', () => {
    const insert = { index: 2, removed: 0, inserted: 'хх' }
    expect([1, 2, 3].map((caret) => moveCaret(caret, insert))).toEqual([1, 2, 5])
    const remove = { index: 2, removed: 3, inserted: '' }
    expect([1, 2, 4, 6].map((caret) => moveCaret(caret, remove))).toEqual([1, 2, 2, 3])
  })

  it('makes one line of several', () => {
    expect(toSingleLine('Отпуск\r\n  длиной\nв год')).toBe('Отпуск длиной в год')
  })
})

describe('a text bound to a field', () => {
  const pair = () => {
    const left = new Y.Doc()
    const right = new Y.Doc()
    left.on('update', (update: Uint8Array, origin: unknown) => origin !== 'net' && Y.applyUpdate(right, update, 'net'))
    right.on('update', (update: Uint8Array, origin: unknown) => origin !== 'net' && Y.applyUpdate(left, update, 'net'))
    return { left: left.getText('headline'), right: right.getText('headline') }
  }

  it('holds after any sequence of edits what the field holds, in both windows', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ side: fc.boolean(), value: text, caret: fc.nat(12) }), { maxLength: 20 }), (edits) => {
        const { left, right } = pair()
        const one = bindText(left)
        const two = bindText(right)
        for (const { side, value, caret } of edits) {
          expect((side ? one : two).edit(value, caret)).toBe(value)
          expect(left.toString()).toBe(value)
          expect(right.toString()).toBe(value)
        }
      }),
    )
  })

  it('tells a field of others’ changes so that it can follow them', () => {
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 10 }), (start, values) => {
        const { left, right } = pair()
        const one = bindText(left)
        const two = bindText(right)
        one.edit(start, null)
        let shown = two.value()
        two.subscribe((changes) => {
          for (const change of changes) shown = apply(shown, change)
        })
        for (const value of values) one.edit(value, null)
        expect(shown).toBe(one.value())
      }),
    )
  })

  it('does not tell a field of its own edits', () => {
    const binding = bindText(pair().left)
    let told = 0
    binding.subscribe(() => {
      told += 1
    })
    binding.edit('Заголовок', 9)
    expect(told).toBe(0)
  })
})
