import { describe, expect, it } from 'vitest'
import { preference } from '../../src/renderer/app/preference.ts'
import { effectiveTheme } from '../../src/renderer/theme/theme.ts'

const storage = () => {
  const kept = new Map<string, string>()
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) }
}

describe('what a person chose for this computer', () => {
  const fruit = preference('fruit', ['apple', 'pear'])

  it('is remembered', () => {
    const kept = storage()
    fruit.write(kept, 'pear')
    expect(fruit.read(kept)).toBe('pear')
  })

  it('is the first choice until then, and when what is kept is no choice any more', () => {
    const kept = storage()
    expect(fruit.read(kept)).toBe('apple')
    kept.setItem('fruit', 'plum')
    expect(fruit.read(kept)).toBe('apple')
  })
})

describe('the theme', () => {
  it('follows the computer until a person chose another', () => {
    expect(effectiveTheme('system', true)).toBe('dark')
    expect(effectiveTheme('system', false)).toBe('light')
    expect(effectiveTheme('light', true)).toBe('light')
  })
})
