import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Which of axe's rules a look at a screen needs: all of them, the colours of a theme, or the names a language gives. */
type About = 'all' | 'colours' | 'names'

const narrow = (builder: AxeBuilder, about: About): AxeBuilder => {
  switch (about) {
    case 'all':
      return builder
    case 'colours':
      return builder.withRules('color-contrast')
    case 'names':
      return builder.withTags(['cat.name-role-value', 'cat.forms', 'cat.text-alternatives', 'cat.language'])
  }
}

/**
 * What axe finds. Its usual mode opens a blank page for every frame's report and describes what it found in order as well:
 * four fifths of the time, and the windows here have no frames of others.
 */
export const faults = async (page: Page, about: About): Promise<readonly string[]> => {
  const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'], preload: false }).setLegacyMode(true)
  const { violations } = await narrow(builder, about).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
}

/** Nothing on this screen stands in the way of people who use assistive technology. Soft: one run names them all. */
export const accessible = async (page: Page, screen: string, about: About = 'all'): Promise<void> => {
  expect.soft(await faults(page, about), screen).toEqual([])
}

/** Puts the window into a theme until it is loaded again. */
export const setTheme = (page: Page, theme: 'light' | 'dark'): Promise<void> =>
  page.evaluate((name) => {
    document.documentElement.dataset.theme = name
  }, theme)
