import { counted } from '../../../shared/language/plural.ts'
import type { ArticlePart } from '../../../shared/publishing/channel.ts'
import type { PageStory } from '../../../shared/publishing/issue-page.ts'
import { escapeHtml } from './article-html.ts'
import { slugOf } from './slug.ts'

interface File {
  readonly name: string
  readonly type: string
  readonly hash: string
  readonly size: number
}

interface IssueOnSite {
  readonly issue: string
  readonly date: string
  readonly newspaper: string
  readonly stories: readonly PageStory[]
  readonly pdf: File
  readonly cover: File
}

const dateLine = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** «25 ноября 2026 года» of an ISO date. */
const dayOf = (iso: string): string => dateLine.format(new Date(`${iso}T00:00:00Z`)).replace(/ г\.$/, ' года')

/** «12,3 МБ». */
const sizeOf = (bytes: number): string =>
  `${new Intl.NumberFormat('ru', { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(Math.max(0.1, bytes / 1_000_000))} МБ`

const storyLine = ({ headline, page, url }: PageStory): string => {
  const title = escapeHtml(headline.trim() || 'Без заголовка')
  const shown = url === null ? title : `<a href="${escapeHtml(url)}">${title}</a>`
  return `<li>${shown}, с. ${page}</li>`
}

/** Name of an issue's page on a site: «№ 47 (1295)». */
export const issueTitle = (issue: string): string => `№ ${issue}`

/**
 * The page of an issue as a site takes it: its cover, the PDF, and every story with its link. Files of the page are
 * `media:HASH` in its HTML, as photos are. Its address is made of the delivery's id, the same at every attempt. Pure.
 */
export const formatIssuePage = (page: IssueOnSite, delivery: string): ArticlePart => {
  const { issue, newspaper, stories, pdf, cover } = page
  const day = dayOf(page.date)
  const alternative = `Первая полоса: ${newspaper}, ${issueTitle(issue)}, ${day}`
  const title = issueTitle(issue)
  const html = [
    `<figure><img src="media:${cover.hash}" alt="${escapeHtml(alternative)}"></figure>`,
    `<p>Номер от ${escapeHtml(day)}.</p>`,
    `<p><a href="media:${pdf.hash}">Открыть номер целиком</a> (PDF, ${sizeOf(pdf.size)})</p>`,
    ...(stories.length === 0 ? [] : ['<h2>В номере</h2>', `<ul>${stories.map(storyLine).join('')}</ul>`]),
  ].join('\n')
  return {
    kind: 'article',
    title,
    summary: `${newspaper}, ${title} от ${day}: ${counted(stories.length, 'материал', 'материала', 'материалов')}, номер целиком в PDF.`,
    rubric: '',
    byline: '',
    slug: slugOf(`nomer ${issue}`, delivery),
    html,
    photos: [cover.hash, pdf.hash],
    alternatives: [alternative, ''],
    files: [cover, pdf].map(({ hash, name, type }) => ({ media: hash, name, type })),
    place: 'page',
    length: html.length,
    limit: null,
  }
}
