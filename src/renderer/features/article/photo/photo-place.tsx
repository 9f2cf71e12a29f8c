import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { ArticleSummary } from '../../../../shared/article/api.ts'
import type { PageDisplay } from '../../../../shared/layout/display.ts'
import { useSession } from '../../../app/session.tsx'
import { useIssueLayout } from '../../../layout/use-issue-layout.ts'
import { type PhotoPlace, photoPlace } from './resolution.ts'

interface PhotoSurroundings {
  /** Serial number of the issue the article stands in; null where it stands in none. */
  readonly issue: string | null
  /** Null while the publication's style is not known. */
  readonly place: PhotoPlace | null
}

const Surroundings = createContext<PhotoSurroundings>({ issue: null, place: null })

/** Where the photos of the article around this stand. */
export const usePhotoSurroundings = (): PhotoSurroundings => useContext(Surroundings)

interface PageWatchProps {
  readonly issue: string
  readonly page: number
  readonly onPage: (page: PageDisplay | null) => void
}

const PageWatch = ({ issue, page, onPage }: PageWatchProps) => {
  const { pages } = useIssueLayout(issue, [page])
  const shown = pages.get(page) ?? null
  useEffect(() => onPage(shown), [shown, onPage])
  useEffect(() => () => onPage(null), [onPage])
  return null
}

interface PhotoPlaceProviderProps {
  readonly article: string
  readonly summary: ArticleSummary | null
  readonly children: ReactNode
}

/** Tells the photos within where their article stands; an article that is moved keeps its editor. */
export const PhotoPlaceProvider = ({ article, summary, children }: PhotoPlaceProviderProps) => {
  const { publication } = useSession()
  const [display, setDisplay] = useState<PageDisplay | null>(null)
  const issue = summary?.issue ?? null
  const page = summary?.page ?? null
  const style = publication?.style ?? null
  const value = useMemo(
    () => ({ issue, place: style === null ? null : photoPlace(style, article, display) }),
    [issue, style, article, display],
  )
  return (
    <Surroundings value={value}>
      {issue !== null && page !== null && <PageWatch issue={issue} page={page} onPage={setDisplay} />}
      {children}
    </Surroundings>
  )
}
