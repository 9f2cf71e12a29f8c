import type { MediumPlace } from '../../shared/media/api.ts'
import type { Newsroom } from '../newsroom.ts'

/** Every picture that a story or an advert names. */
export const usedMedia = (newsroom: Newsroom): ReadonlySet<string> => {
  const used = new Set<string>()
  newsroom.articles.scan((_id, cell) => {
    for (const id of cell('media')) used.add(id)
  })
  for (const { content } of newsroom.adverts.all().values()) if (content.file !== null) used.add(content.file)
  return used
}

/** Where a picture stands: its stories, each with every issue it stands in, the latest issue first (rule U29). */
export const placesOf = (newsroom: Newsroom, id: string): MediumPlace[] => {
  const articles: { readonly article: string; readonly headline: string }[] = []
  newsroom.articles.scan((article, cell) => {
    if (cell('media').includes(id)) articles.push({ article, headline: cell('headline') })
  })
  const issues = [...newsroom.issues.entries()].sort((a, b) => (a.plannedFor > b.plannedFor ? -1 : 1))
  return articles.flatMap((story): MediumPlace[] => {
    const placed = issues.flatMap(({ serial, status, pageOf }) => {
      const page = pageOf.get(story.article)
      return page === undefined
        ? []
        : [{ ...story, issue: serial, page, printed: status === 'published' || status === 'archived' }]
    })
    return placed.length > 0 ? placed : [{ ...story, issue: null, page: null, printed: false }]
  })
}

/** The titles of the adverts a picture is the file of. */
export const advertsOf = (newsroom: Newsroom, id: string): string[] =>
  [...newsroom.adverts.all().values()].flatMap(({ content }) =>
    content.file === id ? [content.title || content.advertiser] : [],
  )
