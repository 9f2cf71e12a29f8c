import { photosOf, textOf } from '../../../shared/article/content.ts'
import { emptyCard } from '../../../shared/media/card.ts'
import type { Newsroom } from '../../newsroom.ts'

/** What the demo newsroom's drawings show, by the name of their file. */
const tagsOf: Readonly<Record<string, readonly string[]>> = {
  'chart.jpg': ['время учителя', 'схема'],
  'notice.jpg': ['связь с родителями'],
}

/** Writes a card for every picture of the stories: all are the newspaper's own drawings. */
export const addDemoCards = async (newsroom: Newsroom): Promise<void> => {
  for (const article of newsroom.articles.ids())
    for (const { attrs, content: caption } of photosOf(await newsroom.articles.content(article))) {
      const name = newsroom.media.get(attrs.media)?.name ?? ''
      await newsroom.media.setCard(attrs.media, {
        ...emptyCard,
        caption: textOf(caption),
        credit: attrs.credit,
        source: 'редакция',
        licence: { ...emptyCard.licence, kind: 'own' },
        tags: ['рисунок', ...(tagsOf[name] ?? [])],
      })
    }
}
