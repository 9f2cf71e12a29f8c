import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../shared/article/content.ts'
import type { Issue } from '../../../shared/issue/issue.ts'
import { counted } from '../../../shared/language/plural.ts'
import { frozenPage } from '../../../shared/signoff/record.ts'
import type { Newsroom } from '../../newsroom.ts'
import { pageInputs, sourcesOf } from '../../signoff/page-content.ts'
import { storiesIn } from '../issue-online.ts'
import { siteLinkOf } from '../site-link.ts'
import type { PageState } from './issue-page.ts'

/** What a site's page of an issue would be made of at this moment; nothing is laid out for it. */
export const pageStateOf = (newsroom: Newsroom, issue: Issue): PageState => {
  const record = newsroom.signOffs.of(issue.serial)
  const sources = sourcesOf(newsroom)
  const pages = Array.from({ length: issue.pages }, (_, at) => at + 1)
  const made = pages.map((page) => ({
    ...{ page, inputs: pageInputs(sources, issue, page) },
    ...{ sent: frozenPage(record, page)?.fileHash ?? null, replacing: record.replacing[page] !== undefined },
  }))
  return {
    inputs: createHash('sha256').update(canonicalJson(made)).digest('hex'),
    stories: storiesIn(newsroom, issue).map(({ id, page }) => ({
      ...{ article: id, page, url: siteLinkOf(newsroom, id) },
      headline: newsroom.articles.entry(id)?.headline.trim() ?? '',
    })),
  }
}

/** In what two states of an issue's page differ, for people; null where they are the same. */
export const stateDifference = (before: PageState, now: PageState): string | null => {
  const urls = new Map(before.stories.map(({ article, url }) => [article, url]))
  const came = now.stories.filter(({ article, url }) => url !== null && urls.get(article) == null).length
  const gone = now.stories.filter(({ article, url }) => url === null && urls.get(article) != null).length
  const differences = [
    ...(before.inputs === now.inputs ? [] : ['изменились полосы номера']),
    ...(came === 0 ? [] : [`на сайте появилось ещё ${counted(came, 'материал', 'материала', 'материалов')}`]),
    ...(gone === 0 ? [] : [`с сайта убрано ${counted(gone, 'материал', 'материала', 'материалов')}`]),
  ]
  if (differences.length > 0) return differences.join('; ')
  return canonicalJson(before.stories) === canonicalJson(now.stories) ? null : 'изменился список материалов'
}
