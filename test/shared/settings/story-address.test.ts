import { describe, expect, it } from 'vitest'
import { isStoryAddress, storyAddress } from '../../../src/shared/settings/story-address.ts'

describe('the rule for addresses of stories', () => {
  it('is a web address that differs from story to story', () => {
    for (const rule of ['https://eseur.ru/{slug}', 'http://eseur.ru/?m={id}', 'https://eseur.ru/{id}/{slug}/'])
      expect(isStoryAddress(rule)).toBe(true)
    for (const rule of ['', 'https://eseur.ru', 'eseur.ru/{slug}', 'ftp://eseur.ru/{slug}', '{slug}', 'https://eseur.ru/{name}'])
      expect(isStoryAddress(rule)).toBe(false)
  })

  it('gives every story its own', () => {
    expect(storyAddress('https://eseur.ru/{slug}?m={id}', { slug: 'pensii', id: '1f2e' })).toBe('https://eseur.ru/pensii?m=1f2e')
  })
})
