import { useMemo, useState } from 'react'
import { articleApi, pageLimit } from '../../../shared/article/api.ts'
import { type IssueSummary, issueApi } from '../../../shared/issue/api.ts'
import { layoutApi } from '../../../shared/layout/api.ts'
import { useQuery } from '../../api/hooks.tsx'
import { navigate } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { useKeys } from '../../app/use-keys.ts'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { CheckList } from './check/CheckList.tsx'
import styles from './PageScreen.module.css'
import { PageThumbnails } from './PageThumbnails.tsx'
import { PageTools, type PageView, pageKeys } from './PageTools.tsx'
import { storiesOfPage, summariseOnPage, waitingArticles } from './page-model.ts'
import { StoryPanel } from './panel/StoryPanel.tsx'
import { usePlaceActions } from './panel/use-place-actions.ts'
import { PageSheet } from './sheet/PageSheet.tsx'
import { PageTwin } from './sheet/PageTwin.tsx'
import { stepZoom, type Zoom } from './sheet/zoom.ts'

/** As many stories as a person looks through for a hole on a page; the list of articles has them all. */
const latestWaiting = {
  ...({ issue: null, scope: 'plannable', sort: { by: 'order', descending: true } } as const),
  count: 200,
}
const listed = ['article', 'issue', 'workflow'] as const

const usePage = (serial: string, page: number) => {
  const issue = useQuery(issueApi.read, { issue: serial }, ['issue'])
  const placed = useQuery(articleApi.page, { issue: serial, scope: 'issue', count: pageLimit }, listed)
  const waiting = useQuery(articleApi.page, latestWaiting, listed)
  const layout = useQuery(layoutApi.fit, { issue: serial }, ['issue', 'article', 'settings'])
  const display = useQuery(layoutApi.page, { issue: serial, page }, ['issue', 'article', 'settings'])
  const byId = useMemo(() => {
    const articles = [...(waiting.value?.items ?? []), ...(placed.value?.items ?? [])]
    return new Map(articles.map((article) => [article.id, article]))
  }, [placed.value, waiting.value])
  const fits = useMemo(() => new Map(layout.value?.fits.map((fit) => [fit.article, fit])), [layout.value])
  const storiesOf = (at: number) => (issue.value ? storiesOfPage(issue.value, at, byId, fits) : [])
  return { issue, layout, display, failure: placed.failure ?? waiting.failure, byId, storiesOf }
}

const IssuePages = ({ issue, page }: { readonly issue: IssueSummary; readonly page: number }) => {
  const text = useText()
  const { workspace } = useSession()
  const { layout, display, failure, byId, storiesOf } = usePage(issue.serial, page)
  const [selected, setSelected] = useState<string | null>(null)
  const [zoom, setZoom] = useState<Zoom>('fit')
  const [fit, setFit] = useState(100)
  const [view, setView] = useState<PageView>({ grid: false, baseline: false, asList: false })
  const actions = usePlaceActions(issue.serial)
  const percent = zoom === 'fit' ? fit : zoom
  const goTo = (target: number) => {
    if (target >= 1 && target <= issue.pages) navigate({ section: 'page', page: target })
  }
  const zoomIn = () => setZoom(stepZoom(percent, 1))

  useKeys([
    { binding: pageKeys.grid, run: () => setView({ ...view, grid: !view.grid }) },
    { binding: pageKeys.baseline, run: () => setView({ ...view, baseline: !view.baseline }) },
    { binding: pageKeys.list, run: () => setView({ ...view, asList: !view.asList }) },
    { binding: pageKeys.zoomIn, run: zoomIn },
    { binding: { ...pageKeys.zoomIn, shift: true }, run: zoomIn },
    { binding: { code: 'NumpadAdd', ctrl: true }, run: zoomIn },
    { binding: pageKeys.zoomOut, run: () => setZoom(stepZoom(percent, -1)) },
    { binding: { code: 'NumpadSubtract', ctrl: true }, run: () => setZoom(stepZoom(percent, -1)) },
    { binding: pageKeys.fit, run: () => setZoom('fit') },
    { binding: pageKeys.previous, run: () => goTo(page - 1) },
    { binding: pageKeys.next, run: () => goTo(page + 1) },
    { binding: { code: 'Escape' }, run: () => setSelected(null) },
  ])

  const stories = storiesOf(page)
  const shown = stories.some(({ id }) => id === selected) ? selected : null
  const failures = [actions.failure, display.failure, layout.failure, failure].filter((each) => each !== null)
  return (
    <>
      <PageThumbnails
        current={page}
        pages={Array.from({ length: issue.pages }, (_, at) => summariseOnPage(storiesOf(at + 1), at + 1))}
      />
      <SplitView
        id="page"
        sideName={text.page.panel.label}
        wanted={shown}
        side={
          <StoryPanel
            page={page}
            pages={issue.pages}
            stories={stories}
            waiting={waitingArticles(byId.values())}
            selected={shown}
            onSelect={setSelected}
            readOnly={workspace.readOnly}
            actions={actions}
          />
        }
      >
        <PageTools
          page={page}
          pages={issue.pages}
          filled={stories.length > 0}
          view={view}
          onView={setView}
          percent={percent}
          onZoom={(direction) => setZoom(stepZoom(percent, direction))}
          onFit={() => setZoom('fit')}
          onPage={goTo}
        />
        {failures.map((failure) => (
          <FailureMessage key={failure.what} failure={failure} onAction={display.refresh} />
        ))}
        {!display.value && !display.failure && <p className={styles.loading}>{text.page.loading}</p>}
        {display.value && view.asList && (
          <PageTwin page={display.value} stories={stories} selected={shown} onSelect={setSelected} />
        )}
        {display.value && !view.asList && (
          <PageSheet
            page={display.value}
            columns={issue.columns}
            stories={stories}
            selected={shown}
            onSelect={setSelected}
            zoom={zoom}
            onFit={setFit}
            grid={view.grid}
            baseline={view.baseline}
          />
        )}
        <CheckList
          page={page}
          diagnostics={layout.value?.diagnostics ?? null}
          onJump={(diagnostic) => {
            if (diagnostic.page !== null) goTo(diagnostic.page)
            setSelected(diagnostic.article)
          }}
        />
      </SplitView>
    </>
  )
}

/** «Полосы»: one page of the issue in hand as it will be printed. */
export const PageScreen = ({ page }: { readonly page: number | null }) => {
  const text = useText()
  const { issue, startNewIssue, workspace } = useSession()
  if (!issue)
    return (
      <EmptyState action={!workspace.readOnly && <Button onPress={startNewIssue}>{text.page.newIssue}</Button>}>
        {text.page.noIssue}
      </EmptyState>
    )
  return <IssuePages key={issue.serial} issue={issue} page={Math.min(page ?? 1, issue.pages)} />
}
