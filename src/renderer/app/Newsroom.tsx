import { memo, useCallback, useState } from 'react'
import { worksAlone } from '../../shared/staff/staff.ts'
import type { WorkspaceState } from '../../shared/workspace/api.ts'
import { useConnection } from '../api/hooks.tsx'
import { useMenuCommands, useMenuLead } from '../api/menu-commands.ts'
import { AdvertScreen } from '../features/advert/AdvertScreen.tsx'
import { ArticleScreen } from '../features/article/ArticleScreen.tsx'
import { AssignmentDialog } from '../features/assignment/AssignmentDialog.tsx'
import { DeskScreen } from '../features/desk/DeskScreen.tsx'
import { IssueScreen } from '../features/issue/IssueScreen.tsx'
import { NewIssueDialog } from '../features/issue/NewIssueDialog.tsx'
import { AddressList } from '../features/mailing/AddressList.tsx'
import { MailingScreen } from '../features/mailing/MailingScreen.tsx'
import { MediaScreen } from '../features/media/MediaScreen.tsx'
import { PageScreen } from '../features/page/PageScreen.tsx'
import { OnlineScreen } from '../features/publishing/online/OnlineScreen.tsx'
import { PublishingScreen } from '../features/publishing/PublishingScreen.tsx'
import { ReportScreen } from '../features/publishing/report/ReportScreen.tsx'
import { ScheduleScreen } from '../features/publishing/schedule/ScheduleScreen.tsx'
import { TeaserScreen } from '../features/publishing/teaser/TeaserScreen.tsx'
import { SettingsScreen } from '../features/settings/SettingsScreen.tsx'
import { SignoffScreen } from '../features/signoff/SignoffScreen.tsx'
import { SignIn } from '../features/staff/SignIn.tsx'
import { StaffList } from '../features/staff/StaffList.tsx'
import { useText } from '../i18n/text.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FailureMessage } from '../ui/FailureMessage.tsx'
import { Bar } from './Bar.tsx'
import { frameKeys } from './keys.ts'
import styles from './Newsroom.module.css'
import { Notice } from './Notice.tsx'
import { Palette } from './Palette.tsx'
import { PlanningScreen } from './PlanningScreen.tsx'
import { Rail } from './Rail.tsx'
import { moveToRegion } from './regions.ts'
import { hrefOf, navigate, type Route, type Section, useRoute } from './router.ts'
import { type SavedMark, SavedMarkProvider, SessionProvider, useSession } from './session.tsx'
import { useKeys } from './use-keys.ts'
import { useFolderSession } from './use-session.ts'

/** Remembered: the mark of saving in the bar changes many times a second while somebody types. */
const Screen = memo(({ route }: { route: Route | null }) => {
  const text = useText()
  switch (route?.section) {
    case 'desk':
      return <DeskScreen />
    case 'issue':
      return <IssueScreen />
    case 'article':
      return <ArticleScreen article={route.article} />
    case 'page':
      return <PageScreen page={route.page} isCheck={route.check === true} />
    case 'advert':
      return <AdvertScreen />
    case 'calendar':
      return <PlanningScreen part={route.part ?? null} />
    case 'signoff':
      return <SignoffScreen page={route.page} view={route.view ?? null} />
    case 'publishing':
      if (route.view === 'schedule') return <ScheduleScreen />
      if (route.view === 'report') return <ReportScreen />
      if (route.view === 'online') return <OnlineScreen />
      return route.view === 'teasers' ? <TeaserScreen /> : <PublishingScreen article={route.article} />
    case 'mailing':
      return <MailingScreen />
    case 'media':
      return <MediaScreen key={route.medium} medium={route.medium} />
    case 'settings':
      return <SettingsScreen part={route.part} staff={<StaffList />} addresses={<AddressList />} />
    default:
      return (
        <EmptyState action={<a href={hrefOf({ section: 'issue' })}>{text.app.toIssue}</a>}>{text.app.unknownAddress}</EmptyState>
      )
  }
})

/** What of the rail a place belongs to. */
const railOf = (route: Route | null): Section | null => {
  if (route?.section === 'mailing') return 'publishing'
  return route?.section === 'media' ? 'article' : (route?.section ?? null)
}

const Notices = () => {
  const text = useText()
  const { workspace, person, staff } = useSession()
  const connection = useConnection()
  return (
    <>
      {connection === 'lost' && <Notice tone="red">{text.app.lost}</Notice>}
      {workspace.readOnly && <Notice>{workspace.heldBy === null ? text.app.readOnly : text.app.heldBy(workspace.heldBy)}</Notice>}
      {!workspace.readOnly && person === null && staff.length > 1 && !worksAlone(staff, null) && (
        <Notice>{text.app.whoFirst}</Notice>
      )}
      {workspace.notices.map((notice) => (
        <Notice key={notice}>{notice}</Notice>
      ))}
    </>
  )
}

interface NewsroomProps {
  readonly workspace: WorkspaceState
  readonly onKeyList: () => void
}

/** The frame around an open folder: rail, bar, notices and one screen. */
export const Newsroom = ({ workspace, onKeyList }: NewsroomProps) => {
  const text = useText()
  const route = useRoute()
  const [savedMark, setSavedMark] = useState<SavedMark | null>(null)
  const [finding, setFinding] = useState(false)
  const [creating, setCreating] = useState(false)
  const startNewIssue = useCallback(() => setCreating(true), [])
  /** The article whose assignment is open; null for that of a new topic, undefined for none. */
  const [assigning, setAssigning] = useState<string | null | undefined>(undefined)
  const { session, ready, failure, retry } = useFolderSession(workspace, { startNewIssue, openAssignment: setAssigning })

  useKeys([
    { binding: frameKeys.desk, run: () => navigate({ section: 'desk' }) },
    { binding: frameKeys.issue, run: () => navigate({ section: 'issue' }) },
    { binding: frameKeys.article, run: () => navigate({ section: 'article', article: null }) },
    { binding: frameKeys.page, run: () => navigate({ section: 'page', page: null }) },
    { binding: frameKeys.publishing, run: () => navigate({ section: 'publishing', article: null }) },
    { binding: frameKeys.advert, run: () => navigate({ section: 'advert' }) },
    { binding: frameKeys.calendar, run: () => navigate({ section: 'calendar' }) },
    { binding: frameKeys.signoff, run: () => navigate({ section: 'signoff', page: null }) },
    { binding: frameKeys.settings, run: () => navigate({ section: 'settings', part: null }) },
    { binding: frameKeys.find, run: () => setFinding(true) },
    { binding: frameKeys.nextRegion, run: () => moveToRegion(document, 1) },
    { binding: frameKeys.previousRegion, run: () => moveToRegion(document, -1) },
  ])

  useMenuCommands({
    find: () => setFinding(true),
    sectionDesk: () => navigate({ section: 'desk' }),
    sectionIssue: () => navigate({ section: 'issue' }),
    sectionArticle: () => navigate({ section: 'article', article: null }),
    sectionMedia: () => navigate({ section: 'media', medium: null }),
    sectionPage: () => navigate({ section: 'page', page: null }),
    sectionPublishing: () => navigate({ section: 'publishing', article: null }),
    sectionSettings: () => navigate({ section: 'settings', part: null }),
  })
  // What is left, taking files in and writing a PDF, belongs to «Номер».
  useMenuLead(() => navigate({ section: 'issue' }))

  return (
    <SessionProvider value={session}>
      <SavedMarkProvider value={setSavedMark}>
        <div className={styles.frame}>
          <Rail current={railOf(route)} />
          <Bar savedMark={savedMark} onKeyList={onKeyList} onFind={() => setFinding(true)} />
          <div className={styles.below}>
            <Notices />
            {failure && <FailureMessage failure={failure} onAction={retry} />}
            <main className={styles.work} aria-label={text.app.work}>
              {ready && <Screen route={route} />}
            </main>
          </div>
        </div>
        <Palette isOpen={finding} onClose={() => setFinding(false)} onKeyList={onKeyList} />
        <SignIn />
        {assigning !== undefined && (
          <AssignmentDialog key={assigning} article={assigning} onClose={() => setAssigning(undefined)} />
        )}
        <NewIssueDialog isOpen={creating} onClose={() => setCreating(false)} />
      </SavedMarkProvider>
    </SessionProvider>
  )
}
