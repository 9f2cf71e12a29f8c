import type { Newsroom } from '../newsroom.ts'

const inHand: ReadonlySet<string> = new Set(['inProgress', 'filed', 'edited', 'proofread', 'onHold'])

/** Remembers an article as a person saw it; what is approved or gone is forgotten. */
export const rememberLook = async (newsroom: Newsroom, article: string, person: string): Promise<void> => {
  const { looks, articles, environment } = newsroom
  const content = await articles.content(article)
  const kept = Object.entries(looks.get().articles).filter(
    ([id]) => articles.has(id) && inHand.has(articles.cell(id, 'status')) && id !== article,
  )
  const own = { ...looks.get().articles[article], [person]: { at: environment.now(), content } }
  await looks.put({ schemaVersion: 1, articles: { ...Object.fromEntries(kept), [article]: own } })
}
