import { plural } from '../plural.ts'
import type { Messages } from '../ru.ts'
import { places } from './nouns.ts'

/** Words of what helps with the words of a text: finding, typography, house style, spelling. */
export const writing: Messages['writing'] = {
  find: {
    open: 'Find in the text',
    label: 'Find in the text',
    find: 'Find',
    replaceBy: 'Replace with',
    matchCase: 'Match case',
    wholeWords: 'Whole words only',
    wordSign: 'word',
    yoIsYe: 'Take the letters yo and ye for one',
    yoSign: 'yo=ye',
    caseSign: 'Aa',
    regexp: 'Regular expression',
    previous: 'Previous',
    next: 'Next',
    close: 'Close',
    none: 'Not found',
    count: (count) => `Found in ${plural(count, places)}`,
    place: (number, count) => `${number} of ${count}`,
    noExpression: 'The expression has a mistake: check brackets and the signs \\ * + ?',
    tooSlow: 'The expression takes too long and was stopped. Make it simpler.',
    replace: 'Replace',
    replaceAll: (count) => (count > 0 ? `Replace all: ${count}` : 'Replace all'),
    replaced: (count) => `Replaced in ${plural(count, places)}.`,
  },
}
