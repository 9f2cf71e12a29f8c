import { useMemo, useSyncExternalStore } from 'react'

/** A place in the program; the address after `#` and this are two forms of the same thing. */
export type Route =
  | { readonly section: 'desk' }
  | { readonly section: 'issue' }
  | { readonly section: 'article'; readonly article: string | null }
  | { readonly section: 'page'; readonly page: number | null; readonly check?: boolean }
  | { readonly section: 'signoff'; readonly page: number | null; readonly view?: SignoffView }
  | { readonly section: 'advert' }
  | { readonly section: 'calendar'; readonly part?: PlanningPart }
  | { readonly section: 'publishing'; readonly article: string | null; readonly view?: PublishingView }
  | { readonly section: 'mailing' }
  | { readonly section: 'media'; readonly medium: string | null }
  | { readonly section: 'settings'; readonly part: string | null }

/** Stand in place of a page's number in addresses: everything that waits for a signature, how far the issue is. */
const signoffViews = ['queue', 'board'] as const
type SignoffView = (typeof signoffViews)[number]

/** Stand in place of an article's id in addresses: the week of posts, the teasers of the issue, the report, the issue on sites. */
const publishingViews = ['schedule', 'teasers', 'report', 'online'] as const
type PublishingView = (typeof publishingViews)[number]

/** What is planned beside the issues themselves. */
export const planningParts = ['archive', 'rubrics', 'geography', 'ideas', 'authors'] as const
export type PlanningPart = (typeof planningParts)[number]

/** What the rail leads to. The letters about issues are a part of publishing, pictures of the articles. */
export type Section = Exclude<Route['section'], 'mailing' | 'media'>

/** Reads an address such as `#/article/a1`; null for one that leads nowhere. */
export const parseRoute = (hash: string): Route | null => {
  const [section = '', raw = '', mode = ''] = hash.replace(/^#?\/?/, '').split('/')
  const rest = safeDecode(raw)
  switch (section) {
    case '':
      return { section: 'desk' }
    case 'desk':
    case 'issue':
    case 'advert':
    case 'mailing':
      return { section }
    case 'calendar': {
      const part = planningParts.find((each) => each === rest)
      return part === undefined ? (rest === '' ? { section } : null) : { section, part }
    }
    case 'article':
      return { section, article: rest || null }
    case 'media':
      return { section, medium: rest || null }
    case 'page':
      return rest === ''
        ? { section, page: null }
        : /^[1-9]\d{0,2}$/.test(rest)
          ? { section, page: Number(rest), ...(mode === 'check' ? { check: true } : {}) }
          : null
    case 'signoff': {
      const view = signoffViews.find((each) => each === rest)
      if (view !== undefined) return { section, page: null, view }
      return rest === '' ? { section, page: null } : /^[1-9]\d{0,2}$/.test(rest) ? { section, page: Number(rest) } : null
    }
    case 'publishing': {
      const view = publishingViews.find((each) => each === rest)
      return view === undefined ? { section, article: rest || null } : { section, article: null, view }
    }
    case 'settings':
      return { section, part: rest || null }
    default:
      return null
  }
}

const safeDecode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

const detailOf = (route: Route): string | null => {
  switch (route.section) {
    case 'desk':
    case 'issue':
    case 'advert':
    case 'mailing':
      return null
    case 'calendar':
      return route.part ?? null
    case 'signoff':
      return route.view ?? (route.page === null ? null : String(route.page))
    case 'page':
      return route.page === null ? null : String(route.page)
    case 'settings':
      return route.part
    case 'media':
      return route.medium
    case 'publishing':
      return route.view ?? route.article
    default:
      return route.article
  }
}

/** The address of a place, for links: `#/page/3`, and `#/page/3/check` for its revision check. */
export const hrefOf = (route: Route): string => {
  const detail = detailOf(route)
  const mode = route.section === 'page' && route.check === true ? '/check' : ''
  return detail === null ? `#/${route.section}` : `#/${route.section}/${encodeURIComponent(detail)}${mode}`
}

export const navigate = (route: Route): void => {
  window.location.hash = hrefOf(route)
}

const subscribe = (listener: () => void) => {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** The address a screen with unsaved work stays at, whatever the window's says meanwhile; null where none does. */
let held: string | null = null
const currentHash = () => held ?? window.location.hash

/**
 * Keeps the window at its place: a way to another one is handed to `ask`, which may take it once the hold is over.
 * Returns how to end it.
 */
export const holdPlace = (ask: (wanted: string) => void): (() => void) => {
  const own = window.location.hash
  held = own
  const stay = () => {
    const wanted = window.location.hash
    if (wanted === own) return
    window.history.replaceState(null, '', own === '' ? '#/' : own)
    ask(wanted)
  }
  window.addEventListener('hashchange', stay)
  return () => {
    held = null
    window.removeEventListener('hashchange', stay)
  }
}

/** Where the person is; null at an address that leads nowhere. */
export const useRoute = (): Route | null => {
  const hash = useSyncExternalStore(subscribe, currentHash)
  return useMemo(() => parseRoute(hash), [hash])
}
