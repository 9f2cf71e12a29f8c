import { useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { desktopApi } from '../../../../shared/desktop/api.ts'
import { exportApi, type NoticeOutcome } from '../../../../shared/export/api.ts'
import { exportAddress } from '../../../api/addresses.ts'
import { useClient } from '../../../api/hooks.tsx'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import styles from './WorkflowPanel.module.css'

interface NoticeSheetProps {
  readonly id: string
  /** May it leave the house as it is? Otherwise the sheet is a draft. */
  readonly approved: boolean
  readonly onBefore: () => Promise<boolean>
}

/** «На стенд»: the story as A4 sheets for the notice boards of the union. */
export const NoticeSheet = ({ id, approved, onBefore }: NoticeSheetProps) => {
  const words = useText().article.panel.notice
  const client = useClient()
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [outcome, setOutcome] = useState<NoticeOutcome | null>(null)
  const write = async () => {
    setWorking(true)
    setOutcome(null)
    const result = (await onBefore()) ? await client.call(exportApi.notice, { article: id, file: null, draft: !approved }) : null
    setWorking(false)
    setFailure(result && !result.ok ? result.failure : null)
    if (result?.ok) setOutcome(result.value)
  }
  return (
    <section className={styles.section}>
      <h2>{words.title}</h2>
      <p className={styles.hint}>{approved ? words.hint : words.draftHint}</p>
      <div className={styles.notice}>
        <Button onPress={() => void write()} isDisabled={working}>
          {working ? words.working : approved ? words.make : words.makeDraft}
        </Button>
        {outcome && (
          <a
            href={exportAddress(outcome.file)}
            target="_blank"
            rel="noreferrer"
            onClick={(event) => {
              if (!client.desktop) return
              // No second window of the program: the system has a program for PDF.
              event.preventDefault()
              void client.call(desktopApi.openPdf, { file: outcome.file })
            }}
          >
            {words.open(outcome.sheets)}
          </a>
        )}
      </div>
      {failure && <FailureMessage failure={failure} />}
    </section>
  )
}
