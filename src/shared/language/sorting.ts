const collator = new Intl.Collator('ru', { numeric: true, ignorePunctuation: true, caseFirst: 'upper' })

/**
 * The order of texts in every list: as in a Russian dictionary (ё beside е), numbers by their value («полоса 2» before
 * «полоса 10»), quotes and dashes passed over. Negative when `a` comes first.
 */
export const compareText = (a: string, b: string): number => collator.compare(a, b)

const names = new Intl.Collator('ru', { numeric: true, sensitivity: 'base' })

/** The order of files of an import, as a folder shows them: «2» before «10», capitals apart only where nothing else differs. */
export const compareFileNames = (a: string, b: string): number => names.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)

/** A text as searching sees it: case does not matter, «ё» is «е». */
export const plainText = (text: string): string => text.toLocaleLowerCase('ru').replaceAll('ё', 'е')
