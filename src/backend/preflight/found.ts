import type { Area, Finding } from '../../shared/preflight/finding.ts'
import type { RuleId } from '../../shared/preflight/rules.ts'

/** What a rule has found, before it is known whether a person let it pass. */
export interface Found {
  readonly rule: RuleId
  readonly page: number | null
  readonly object: Finding['object']
  readonly message: string
  readonly todo: string
}

export const aboutArticle = (article: string, area: Area | null = null): Finding['object'] => ({
  kind: 'article',
  id: article,
  article,
  area,
})
export const aboutMedium = (media: string, article: string | null, area: Area | null): Finding['object'] => ({
  kind: 'media',
  id: media,
  article,
  area,
})
export const aboutPage = (area: Area | null = null, article: string | null = null): Finding['object'] => ({
  kind: 'page',
  id: null,
  article,
  area,
})
export const aboutAdvert = (advert: string | null): Finding['object'] => ({
  kind: 'advert',
  id: advert,
  article: null,
  area: null,
})
export const aboutImprint: Finding['object'] = { kind: 'imprint', id: null, article: null, area: null }
export const aboutIssue: Finding['object'] = { kind: 'issue', id: null, article: null, area: null }
export const aboutFile: Finding['object'] = { kind: 'file', id: null, article: null, area: null }
