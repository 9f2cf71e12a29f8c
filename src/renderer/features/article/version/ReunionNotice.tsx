import { GitMerge } from 'lucide-react'
import { useMemo, useState, useSyncExternalStore } from 'react'
import { compareTexts } from '../../../../shared/article/version/compare.ts'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import type { ArticleSession, Reunion } from '../sync/article-session.ts'
import { RedlineView } from './RedlineView.tsx'
import styles from './ReunionNotice.module.css'

const nobody = new Map<string, readonly string[]>()

const ReunionDialog = ({ reunion: { before, after }, onClose }: { readonly reunion: Reunion; readonly onClose: () => void }) => {
  const text = useText()
  const redline = useMemo(() => compareTexts(before, after, nobody), [before, after])
  return (
    <Dialog
      title={text.version.reunion.changes}
      isOpen
      onClose={onClose}
      wide
      actions={<Button onPress={onClose}>{text.ui.close}</Button>}
    >
      <p>{text.version.reunion.hint}</p>
      <RedlineView redline={redline} nameOf={(id) => id} />
    </Dialog>
  )
}

interface ReunionNoticeProps {
  readonly session: ArticleSession
  /** Lost words that wait for a decision. */
  readonly lostCount: number
  readonly onShowLost: () => void
}

/** Says that changes made elsewhere met those of this window, which had lost touch, and shows what came of it. */
export const ReunionNotice = ({ session, lostCount, onShowLost }: ReunionNoticeProps) => {
  const text = useText()
  const words = text.version.reunion
  const reunion = useSyncExternalStore(session.subscribe, () => session.view().reunion)
  const [shown, setShown] = useState(false)
  if (!reunion) return null
  return (
    <section className={styles.notice} aria-label={words.label}>
      <GitMerge size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
      <p role="status" className={styles.words}>
        {words.met}
        {lostCount > 0 && ` ${words.lost(lostCount)}`}
      </p>
      <div className={styles.actions}>
        <Button onPress={() => setShown(true)}>{words.changes}</Button>
        {lostCount > 0 && <Button onPress={onShowLost}>{words.showLost}</Button>}
        <Button kind="flat" onPress={session.dismissReunion}>
          {text.ui.close}
        </Button>
      </div>
      {shown && <ReunionDialog reunion={reunion} onClose={() => setShown(false)} />}
    </section>
  )
}
