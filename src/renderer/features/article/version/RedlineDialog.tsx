import { useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { versionApi } from '../../../../shared/article/version/api.ts'
import type { VersionFacts } from '../../../../shared/article/version/version.ts'
import { useClient, useQuery } from '../../../api/hooks.tsx'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useToast } from '../../../ui/Toast.tsx'
import type { ArticleSession } from '../sync/article-session.ts'
import { RedlineView } from './RedlineView.tsx'
import { useVersionLabel } from './use-version-label.ts'
import styles from './VersionPanel.module.css'

interface RedlineDialogProps {
  readonly session: ArticleSession
  /** The newest first. */
  readonly facts: readonly VersionFacts[]
  /** The version that was chosen: what it changed is shown first, and of the first one what came since. */
  readonly chosen: string
  readonly readOnly: boolean
  readonly nameOf: (person: string) => string
  readonly onClose: () => void
}

const present = 'now'

/** Two versions of an article as one text with marks, and the way back to the earlier one. */
export const RedlineDialog = ({ session, facts, chosen, readOnly, nameOf, onClose }: RedlineDialogProps) => {
  const text = useText()
  const words = text.version
  const format = useFormat()
  const client = useClient()
  const toast = useToast()
  const labelOf = useVersionLabel()
  const article = session.id
  const older = facts[facts.findIndex(({ id }) => id === chosen) + 1]?.id
  const [before, setBefore] = useState(older ?? chosen)
  const [after, setAfter] = useState(older === undefined ? present : chosen)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [working, setWorking] = useState(false)
  const redline = useQuery(versionApi.compare, { article, before, after: after === present ? null : after }, ['article'])
  const options = facts.map((one) => ({ id: one.id, label: `${format.moment(one.at, Date.now())} · ${labelOf(one)}` }))

  const restore = async (version: string): Promise<string | null> => {
    await session.settle()
    const done = await client.call(versionApi.restore, { article, version })
    setFailure(done.ok ? null : done.failure)
    return done.ok ? done.value.before : null
  }
  const goBack = async () => {
    setWorking(true)
    const kept = await restore(before)
    setWorking(false)
    if (kept === null) return
    toast({ text: words.restored, action: { label: words.undo, onPress: () => void restore(kept) } })
    onClose()
  }

  return (
    <Dialog
      title={words.compare}
      isOpen
      onClose={onClose}
      wide
      actions={
        <>
          <Button onPress={onClose}>{text.ui.close}</Button>
          {!readOnly && (
            <Button onPress={() => void goBack()} isDisabled={working}>
              {working ? words.restoring : words.restore}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.choice}>
        <Select label={words.before} options={options} value={before} onChange={setBefore} />
        <Select label={words.after} options={[{ id: present, label: words.now }, ...options]} value={after} onChange={setAfter} />
      </div>
      {failure && <FailureMessage failure={failure} />}
      {redline.failure && <FailureMessage failure={redline.failure} onAction={redline.refresh} />}
      {redline.value === null && !redline.failure && <p className={styles.empty}>{words.comparing}</p>}
      {redline.value && <RedlineView redline={redline.value} nameOf={nameOf} />}
    </Dialog>
  )
}
