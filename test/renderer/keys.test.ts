import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeBinding, frameKeys, isMac, type KeyBinding, matches, startKeys } from '../../src/renderer/app/keys.ts'
import { sections } from '../../src/renderer/app/sections.ts'

const press = (code: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) => ({
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

describe('key bindings', () => {
  it('look at the place of the key, so that ЙЦУКЕН and QWERTY are the same', () => {
    // The event of either layout carries the same code; its letter is not even looked at.
    expect(matches({ code: 'KeyG' }, press('KeyG'), false)).toBe(true)
    expect(matches({ code: 'KeyG' }, press('KeyU'), false)).toBe(false)
  })

  it('take Ctrl, on macOS ⌘ instead', () => {
    expect(matches(frameKeys.desk, press('Digit1', { ctrlKey: true }), false)).toBe(true)
    expect(matches(frameKeys.desk, press('Digit1', { metaKey: true }), false)).toBe(false)
    expect(matches(frameKeys.desk, press('Digit1', { metaKey: true }), true)).toBe(true)
    expect(matches(frameKeys.desk, press('Digit1', { ctrlKey: true }), true)).toBe(false)
  })

  it('want exactly their modifiers', () => {
    const flags = fc.record({ ctrlKey: fc.boolean(), metaKey: fc.boolean(), shiftKey: fc.boolean(), altKey: fc.boolean() })
    fc.assert(
      fc.property(flags, (held) => {
        const exact = held.ctrlKey && held.shiftKey && !held.altKey && !held.metaKey
        expect(matches({ code: 'KeyZ', ctrl: true, shift: true }, press('KeyZ', held), false)).toBe(exact)
      }),
    )
  })

  it('never mean two things on one screen', () => {
    const shown = (bindings: Record<string, KeyBinding>) => Object.values(bindings).map((each) => describeBinding(each, false))
    for (const screen of [frameKeys, { ...startKeys, keyList: frameKeys.keyList }]) {
      const combinations = shown(screen)
      expect(new Set(combinations).size).toBe(combinations.length)
    }
  })

  it('open the sections in their order with Ctrl 1…8 and the settings with Ctrl 9', () => {
    expect(sections.map(({ id }) => describeBinding(frameKeys[id], false))).toEqual([
      ...['Ctrl 1', 'Ctrl 2', 'Ctrl 3', 'Ctrl 4', 'Ctrl 5', 'Ctrl 6', 'Ctrl 7', 'Ctrl 8'],
      'Ctrl 9',
    ])
  })

  it('are written as they stand on the keyboard', () => {
    expect(describeBinding({ code: 'KeyZ', ctrl: true, shift: true }, false)).toBe('Ctrl Shift Z')
    expect(describeBinding({ code: 'BracketLeft', ctrl: true }, true)).toBe('⌘ [')
    expect(isMac('MacIntel')).toBe(true)
    expect(isMac('Linux x86_64')).toBe(false)
  })
})
