import type { Day } from '../../shared/calendar/day.ts'
import { quoted } from '../../shared/language/quoted.ts'
import type { Gap } from '../../shared/media/rights.ts'

const dayWords = (day: Day | null): string => (day ?? '').split('-').reverse().join('.')

/** What is missing, as a clause that follows a colon: «не назван автор». */
export const gapWords = ({ kind, person, ended }: Gap, use: 'print' | 'web'): string => {
  const whom = person.trim() === '' ? '' : ` (${person.trim()})`
  switch (kind) {
    case 'card':
      return 'нет карточки'
    case 'author':
      return 'не назван автор'
    case 'licence':
      return 'не сказано, по какому праву снимок ставится'
    case 'source':
      return 'не сказано, откуда снимок'
    case 'licenceEnded':
      return `право на снимок закончилось ${dayWords(ended)}`
    case 'licenceUse':
      return use === 'print' ? 'право есть только для сайта и сетей' : 'право есть только для газеты'
    case 'consent':
      return `нет согласия того, кто на снимке${whom}`
    case 'consentEnded':
      return `согласие того, кто на снимке${whom}, закончилось ${dayWords(ended)}`
    case 'minor':
      return `на снимке ребёнок${whom}, а письменного согласия родителя нет`
    case 'minorEnded':
      return `согласие родителя на снимок ребёнка${whom} закончилось ${dayWords(ended)}`
  }
}

/** All that is missing as one clause, each thing once. */
export const gapsInWords = (gaps: readonly Gap[], use: 'print' | 'web'): string =>
  [...new Set(gaps.map((gap) => gapWords(gap, use)))].join('; ')

/** What people call a picture: its caption, else the name of its file. */
export const mediumName = (name: string, caption: string): string => {
  const words = caption.trim() || name
  return quoted(words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words)
}
