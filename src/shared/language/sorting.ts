const collator = new Intl.Collator('ru', { numeric: true, ignorePunctuation: true, caseFirst: 'upper' })

/**
 * The order of texts in every list: as in a Russian dictionary (ё beside е), numbers by their value («полоса 2» before
 * «полоса 10»), quotes and dashes passed over. Negative when `a` comes first.
 */
export const compareText = (a: string, b: string): number => collator.compare(a, b)

/** A text as searching sees it: case does not matter, «ё» is «е». */
export const plainText = (text: string): string => text.toLocaleLowerCase('ru').replaceAll('ё', 'е')
