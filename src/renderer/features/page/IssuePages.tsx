import { useEffect, useMemo, useState } from 'react'
import { publicationSpec } from '../../../layout/page/publication-spec.ts'
import type { Issue } from '../../../shared/issue/issue.ts'
import { usualStyle } from '../../../shared/settings/page-style.ts'
import { useSignStates } from '../../api/use-sign-states.ts'
import { navigate } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../i18n/text.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { ProgressLine } from '../../ui/ProgressLine.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { CheckPanel } from './check/CheckPanel.tsx'
import { DeskStatus } from './DeskStatus.tsx'
import { SignedDialog } from './desk/SignedDialog.tsx'
import { useDesk } from './desk/use-desk.ts'
import { useUndoKeys } from './desk/use-undo-keys.ts'
import { DragLabel } from './gesture/DragLabel.tsx'
import { useDrag } from './gesture/use-drag.ts'
import styles from './PageScreen.module.css'
import { PageThumbnails } from './PageThumbnails.tsx'
import { PageTools } from './PageTools.tsx'
import { storiesOfPage, summariseOnPage, waitingArticles } from './page-model.ts'
import { PagePanel } from './panel/PagePanel.tsx'
import { StoryPanel } from './panel/StoryPanel.tsx'
import { usePlaceActions } from './panel/use-place-actions.ts'
import { ZonePanel } from './panel/ZonePanel.tsx'
import { PageTwin } from './sheet/PageTwin.tsx'
import { SpreadView } from './sheet/SpreadView.tsx'
import { firstTextOf } from './text/hit.ts'
import { usePassage } from './text/use-passage.ts'
import { useLaidPages, useStories } from './use-issue-pages.ts'
import { useView } from './use-view.ts'
import { useZoneActions } from './use-zone-actions.ts'
import type { Arranged } from './zones/arrangement.ts'
import { isFixed, storiesIn, zonesOn } from './zones/page-zones.ts'

/** About as many lines as these characters fill, where the page engine has not set them. */
const charactersOfLine = 33

const isReleased = (status: string | undefined): boolean => status === 'approved' || status === 'published'

/** The layout desk: one page or spread of an issue, what stands on it, and what waits. */
export const IssuePages = ({ issue, page }: { readonly issue: Issue; readonly page: number }) => {
  const text = useText()
  const { may, publication, workspace } = useSession()
  const { desk, view: laid } = useDesk(issue)
  const { arranged } = laid
  const canChange = !workspace.readOnly
  const mayLayOut = may('layOutPage')
  const signs = useSignStates(issue.serial)
  const stories = useStories(issue.serial)
  const { byId } = stories
  const goTo = (target: number) => {
    if (target >= 1 && target <= issue.pages) navigate({ section: 'page', page: target })
  }
  const shown = useView(page, issue.pages, goTo, [{ binding: { code: 'Escape' }, run: () => actions.dismiss() }])
  const [proposed, setProposed] = useState<Arranged | null>(null)
  const layout = useLaidPages(issue.serial, issue.pages, issue.columns, proposed ?? arranged)
  const style = issue.look?.style ?? publication?.style ?? usualStyle
  const spec = useMemo(() => publicationSpec(style, issue.columns), [style, issue.columns])
  const pages = layout.sets
  const headlineOf = (article: string) => byId.get(article)?.headline || text.page.untitled
  const linesOf = (article: string) =>
    layout.fits.get(article)?.lines ?? Math.ceil((byId.get(article)?.characters ?? 0) / charactersOfLine)
  const [shaping, setShaping] = useState(false)
  const passage = usePassage(desk)
  const editZone = (at: number, zone: string) => {
    const set = pages.get(at)
    const part = set && storiesIn(arranged, set).get(zone)
    const hit = set && part ? firstTextOf(set.display, part.article) : null
    if (hit && canChange) void passage.open(at, hit)
    else actions.say(text.page.passage.nothing)
  }
  const actions = useZoneActions({
    desk,
    arranged,
    pages,
    signs,
    headlineOf,
    linesOf,
    onEdit: editZone,
    onShapes: (at, zone) => {
      actions.choose(at, zone)
      setShaping(true)
    },
  })
  const drag = useDrag({ arranged, pages, spec, onPropose: setProposed, onDrop: actions.dropped })
  const place = usePlaceActions(arranged, actions)
  useUndoKeys(actions)

  const storiesOf = (at: number) => storiesOfPage({ ...issue, ...arranged }, at, byId, layout.fits)
  const here = storiesOf(page)
  const pageHere = pages.get(page)
  const [sought, setSought] = useState<{ readonly page: number; readonly article: string | null } | null>(null)
  const { chosen } = actions
  const chosenSet = chosen === null ? undefined : pages.get(chosen.page)
  const chosenZone =
    chosenSet === undefined ? null : (zonesOn(arranged, chosenSet).find(({ zone }) => zone.id === chosen?.zone) ?? null)
  const selected = chosenZone?.part?.article ?? null
  const select = (article: string | null) => {
    const found = [...pages.values()].flatMap((set) =>
      zonesOn(arranged, set)
        .filter(({ part }) => part?.article === article)
        .map(({ zone }) => ({ page: set.display.page, zone: zone.id })),
    )[0]
    actions.choose(found?.page ?? page, found?.zone ?? null)
  }
  // A finding may lead to a page that is still to be read: its story is chosen when it is there.
  const isThere = sought !== null && pages.has(sought.page)
  useEffect(() => {
    if (!isThere || sought === null) return
    select(sought.article)
    setSought(null)
  })
  const failures = [laid.failure, layout.failure, stories.failure, passage.editing === null ? passage.failure : null].filter(
    (each) => each !== null,
  )
  const isLoading = !pages.has(page) && failures.length === 0
  return (
    <>
      <PageThumbnails
        current={page}
        pages={Array.from({ length: issue.pages }, (_, at) => ({
          ...summariseOnPage(storiesOf(at + 1), at + 1),
          sign: signs?.[at],
          display: pages.get(at + 1)?.display ?? null,
        }))}
        start={mayLayOut ? drag.start : null}
      />
      <SplitView
        id="page"
        sideName={text.page.panel.label}
        wanted={chosen === null ? null : `${chosen.page} ${chosen.zone}`}
        givesWay={passage.editing !== null}
        side={
          <StoryPanel
            page={page}
            pages={issue.pages}
            stories={here}
            waiting={waitingArticles(byId.values()).filter(({ id }) => arranged.placements[id] === undefined)}
            selected={selected}
            onSelect={select}
            onTake={(article) =>
              actions.carry({
                part: { article, rest: false },
                lines: linesOf(article),
                headline: headlineOf(article),
                from: null,
              })
            }
            onHold={(event, article) =>
              drag.start(event, () => ({ kind: 'story', part: { article, rest: false }, lines: linesOf(article) }))
            }
            readOnly={!mayLayOut}
            actions={place}
            zone={
              chosen !== null && chosenZone !== null ? (
                <ZonePanel
                  page={chosen.page}
                  placed={chosenZone}
                  readOnly={!mayLayOut}
                  actions={actions}
                  issue={issue.serial}
                  columns={issue.columns}
                  isShaping={shaping}
                  onShaping={setShaping}
                />
              ) : (
                <PagePanel
                  page={page}
                  pages={issue.pages}
                  isFixed={isFixed(arranged, page)}
                  readOnly={!mayLayOut}
                  actions={actions}
                />
              )
            }
          />
        }
      >
        <PageTools
          issue={issue}
          page={page}
          pages={issue.pages}
          filled={here.length > 0}
          approved={here.every(
            ({ article, continued }) => continued || (isReleased(article?.status) && !article?.changedAfterApproval),
          )}
          sign={signs?.[page - 1]}
          isFixed={isFixed(arranged, page)}
          shown={shown}
          onPage={goTo}
          undo={laid.undo}
          redo={laid.redo}
          actions={actions}
          canChange={canChange}
          mayLayOut={mayLayOut}
        />
        {failures.map((failure) => (
          <FailureMessage key={failure.what} failure={failure} onAction={layout.refresh} />
        ))}
        {isLoading && (
          <div className={styles.loading}>
            {layout.progress === null ? (
              text.page.loading
            ) : (
              <ProgressLine
                label={text.page.layingOut(layout.progress.done, layout.progress.total)}
                done={layout.progress.done}
                total={layout.progress.total}
              />
            )}
          </div>
        )}
        {shown.view.asList && pageHere !== undefined && (
          <PageTwin page={pageHere.display} stories={here} selected={selected} onSelect={select} />
        )}
        {!isLoading && !shown.view.asList && (
          <SpreadView
            label={text.page.title(page)}
            arranged={arranged}
            sets={shown.shown.flatMap((each) => pages.get(each) ?? [])}
            spec={spec}
            shown={shown}
            headlineOf={headlineOf}
            drag={drag}
            canChange={canChange}
            mayLayOut={mayLayOut}
            actions={actions}
            passage={passage}
            isApproved={(article) => isReleased(byId.get(article)?.status)}
          />
        )}
        <DragLabel drag={drag.drag} headlineOf={headlineOf} />
        {actions.asked && <SignedDialog asked={actions.asked} onClose={actions.leave} />}
        {mayLayOut && <DeskStatus drag={drag.drag} actions={actions} headlineOf={headlineOf} />}
        <div className={styles.check}>
          <CheckPanel
            issue={issue.serial}
            page={page}
            readOnly={!may('passWarning')}
            onJump={(finding) => {
              // What is said of an article and of no page stands on none.
              if (finding.page === null && finding.object.article !== null)
                return navigate({ section: 'article', article: finding.object.article })
              const target = finding.page ?? page
              if (target !== page) goTo(target)
              setSought({ page: target, article: finding.object.article })
            }}
          />
        </div>
      </SplitView>
    </>
  )
}
