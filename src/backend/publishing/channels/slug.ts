/** Russian letters in addresses, as readers are used to them. */
const letters: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
}

const lengthLimit = 60
const markLength = 10

/** The beginning of a headline in Latin letters, whole words as far as `limit` allows; empty where it has none. */
export const latinWords = (headline: string, limit: number): string => {
  const latin = headline.toLowerCase().replace(/[а-яё]/g, (letter) => letters[letter] ?? '')
  const words = latin.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  return words.length <= limit ? words : words.slice(0, limit).replace(/-[^-]*$/, '')
}

/**
 * The last part of an article's address: its headline in Latin letters and the beginning of the delivery's id. The mark
 * makes it unique, so that a post is found by it whatever else the site has; it does not change between attempts.
 */
export const slugOf = (headline: string, delivery: string): string => {
  const cut = latinWords(headline, lengthLimit)
  // A site takes an address of digits alone for a number of a page.
  return `${cut === '' ? 'material' : cut}-${delivery.slice(0, markLength)}`
}
