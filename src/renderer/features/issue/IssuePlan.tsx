import { useCallback, useMemo, useState } from 'react'
import { desktopApi } from '../../../shared/desktop/api.ts'
import { useClient } from '../../api/hooks.tsx'
import { useMenuCommands } from '../../api/menu-commands.ts'
import { useSignStates } from '../../api/use-sign-states.ts'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../i18n/text.tsx'
import { HoleNotice } from '../../pulling/HoleNotice.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { ProgressLine } from '../../ui/ProgressLine.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { CorrectionNotes } from './CorrectionNotes.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { FileDrop } from './FileDrop.tsx'
import { Flatplan } from './Flatplan.tsx'
import { ImportReport } from './ImportReport.tsx'
import styles from './IssueScreen.module.css'
import { IssueShelf } from './IssueShelf.tsx'
import { nearIssues } from './near-issues.ts'
import { PlanHead } from './PlanHead.tsx'
import { PlanHistory } from './PlanHistory.tsx'
import { PlanSheet } from './PlanSheet.tsx'
import { estimateLines, type PlanPage, rubricsOf, totalsOf } from './plan.ts'
import { StoryPanel } from './StoryPanel.tsx'
import { UnplacedList } from './UnplacedList.tsx'
import { useImport } from './use-import.ts'
import { usePlan } from './use-plan.ts'
import { usePlanActions } from './use-plan-actions.ts'

/** Endings of files that «Принять файлы» offers to choose from. */
const importedKinds = ['docx', 'md', 'txt', 'html', 'htm', 'eml', 'jpg', 'jpeg', 'png'] as const

/** The plan of one issue: its spreads, what is not placed yet, and the selected story. */
export const IssuePlan = ({ serial }: { readonly serial: string }) => {
  const text = useText()
  const client = useClient()
  const { may, workspace, publication, issues } = useSession()
  const { plan, olderWaiting, issue, failure, layoutFailure, refresh } = usePlan(serial)
  const actions = usePlanActions(serial, plan, issue?.placements ?? {})
  const imported = useImport()
  const signs = useSignStates(serial)
  const [selected, setSelected] = useState<string | null>(null)
  const [exporting, setExporting] = useState(false)
  const [history, setHistory] = useState(false)
  const [printing, setPrinting] = useState(false)
  const endPrinting = useCallback(() => setPrinting(false), [])

  const estimate = useMemo(() => {
    const columns = issue?.columns ?? 5
    return (characters: number) => (plan ? estimateLines(characters, plan, columns) : 0)
  }, [plan, issue?.columns])

  const chooseFiles = async () => {
    const words = { title: text.issue.import, action: text.issue.importAction }
    const chosen = await client.call(desktopApi.chooseFiles, { ...words, kinds: [...importedKinds] })
    if (chosen.ok) await imported.takePaths(chosen.value.paths)
  }
  const mayImport = !workspace.readOnly && imported.progress === null
  useMenuCommands(
    plan ? { pdfExport: () => setExporting(true), ...(mayImport && { filesImport: () => void chooseFiles() }) } : {},
  )

  if (!plan || !issue) return failure && <FailureMessage failure={failure} onAction={refresh} />

  const totals = totalsOf(plan)
  const titleOf = (page: PlanPage): string => {
    if (page.page === 1) return text.issue.firstPage
    if (page.page === plan.pages.length) return text.issue.lastPage
    return rubricsOf(page).join(', ')
  }
  const near = nearIssues(issues, serial)
  const everything = [...plan.unplaced, ...plan.pages.flatMap(({ stories }) => stories.map(({ article }) => article))]
  const waiting = plan.unplaced.reduce((sum, article) => sum + estimate(article.characters), 0)
  const mayPlace = may('layOutPage')
  const shared = { isReadOnly: !mayPlace, selected, onSelect: setSelected }

  const side = (
    <>
      <h2 className={styles.sideHeading}>
        {text.issue.unplaced}
        {plan.unplaced.length > 0 && <span>{text.issue.unplacedCount(plan.unplaced.length, waiting)}</span>}
      </h2>
      <UnplacedList
        {...shared}
        stories={plan.unplaced}
        linesOf={(article) => estimate(article.characters)}
        emptyText={everything.length === 0 ? text.issue.noArticles : text.issue.unplacedEmpty}
        onTakeOff={(article) => void actions.takeOff(article)}
      />
      {olderWaiting > 0 && <p className={styles.older}>{text.issue.olderWaiting(olderWaiting)}</p>}
      <IssueShelf issues={near} onSend={(article, to) => void actions.send(article, to)} isReadOnly={!mayPlace} />
      <StoryPanel
        article={everything.find(({ id }) => id === selected) ?? null}
        issue={issue}
        plan={plan}
        onPlace={(article, page, before) => void actions.place(article, page, before)}
        onTakeOff={(article) => void actions.takeOff(article)}
        onPull={(article, action) => void actions.pull(article, action)}
        near={near}
        onSend={(article, to) => void actions.send(article, to)}
        isReadOnly={workspace.readOnly}
        mayPlace={mayPlace}
      />
    </>
  )

  return (
    <FileDrop
      onFiles={(dropped) => void imported.takeDropped(dropped)}
      isDisabled={workspace.readOnly || imported.progress !== null}
    >
      <SplitView id="issue" side={side} sideName={text.issue.side} sideSize={320} wanted={selected}>
        <PlanHead
          totals={totals}
          waiting={plan.unplaced.length}
          hasStories={everything.length > 0}
          isBusy={actions.filling || imported.progress !== null}
          isReadOnly={workspace.readOnly}
          mayFill={mayPlace}
          onImport={(files) => void imported.take(files)}
          onFill={() => void actions.fill()}
          onExport={() => setExporting(true)}
          onHistory={() => setHistory(true)}
          onPrint={() => setPrinting(true)}
        />
        <div className={styles.messages} role="status">
          {imported.progress && (
            <ProgressLine
              label={text.issue.importing(imported.progress)}
              done={imported.progress.done}
              total={imported.progress.file === '' ? 0 : imported.progress.total}
              onCancel={() => void imported.cancel()}
            />
          )}
          {actions.filling && <ProgressLine label={text.issue.filling} done={0} total={0} />}
          {actions.filled && <p>{text.issue.filled(actions.filled.placed, actions.filled.left)}</p>}
        </div>
        <HoleNotice pulling={actions.pulling} />
        <CorrectionNotes issue={serial} />
        {failure && <FailureMessage failure={failure} onAction={refresh} />}
        {layoutFailure && <FailureMessage failure={layoutFailure} onAction={refresh} />}
        {actions.failure && <FailureMessage failure={actions.failure} onAction={actions.dismiss} actionLabel={text.ui.close} />}
        {imported.failure && (
          <FailureMessage failure={imported.failure} onAction={imported.dismiss} actionLabel={text.ui.close} />
        )}
        <Flatplan
          signs={signs}
          {...shared}
          plan={plan}
          totals={totals}
          columns={issue.columns}
          nameplate={publication?.name ?? ''}
          titleOf={titleOf}
          onPlace={(article, page, before) => void actions.place(article, page, before)}
        />
      </SplitView>
      {imported.report && <ImportReport report={imported.report} onClose={imported.dismiss} />}
      {history && <PlanHistory issue={serial} onClose={() => setHistory(false)} />}
      {printing && (
        <PlanSheet
          issue={issue}
          newspaper={publication?.name ?? ''}
          plan={plan}
          signs={signs}
          titleOf={titleOf}
          onPrinted={endPrinting}
        />
      )}
      {exporting && <ExportDialog issue={serial} pages={issue.pages} onClose={() => setExporting(false)} />}
    </FileDrop>
  )
}
