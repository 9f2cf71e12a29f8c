import { advertName } from '../../shared/advert/advert.ts'
import { quoted } from '../../shared/language/quoted.ts'
import type { PageDifference } from '../../shared/signoff/page-content.ts'
import { articleName } from '../export/release.ts'
import type { Newsroom } from '../newsroom.ts'
import type { PageStanding } from './standing.ts'

const advertCalled = (newsroom: Newsroom, id: string): string => {
  const record = newsroom.adverts.get(id)
  return record ? quoted(advertName(record.content)) : 'без названия'
}

/** A difference between a page and the one that was signed, in words. */
export const differenceWords = (newsroom: Newsroom, { kind, id }: PageDifference): string => {
  const article = id === null ? '' : articleName(newsroom, id)
  switch (kind) {
    case 'text':
      return `изменён материал ${article}`
    case 'came':
      return `поставлен материал ${article}`
    case 'left':
      return `снят материал ${article}`
    case 'place':
      return `переставлен материал ${article}`
    case 'plan':
      return 'изменён макет полосы'
    case 'advert':
      return `изменена реклама ${id === null ? '' : advertCalled(newsroom, id)}`
    case 'media':
      return 'изменены снимки'
    case 'issue':
      return 'изменён номер, дата или число полос'
    case 'publication':
      return 'изменены настройки издания'
    case 'drawn':
      return 'полоса свёрстана иначе: изменилось то, что идёт с других полос, или сама программа'
  }
}

/** Why the signature under a page does not hold, in words; empty where it holds or there is none. */
export const whyVoid = (newsroom: Newsroom, standing: PageStanding): readonly string[] => {
  if (standing.signing === null) return []
  const words = standing.differences.map((difference) => differenceWords(newsroom, difference))
  if (standing.complaint !== null) return [standing.complaint, ...words]
  return words.length === 0 && standing.wasChanged ? ['после подписи полосу меняли и вернули: это нужно подтвердить'] : words
}
