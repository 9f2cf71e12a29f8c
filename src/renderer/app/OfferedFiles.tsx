import { useState } from 'react'
import { ImportReport } from '../features/issue/ImportReport.tsx'
import { useImport } from '../features/issue/use-import.ts'
import { useText } from '../i18n/text.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FailureMessage } from '../ui/FailureMessage.tsx'
import { ProgressLine } from '../ui/ProgressLine.tsx'
import type { OfferState } from './use-offer.ts'

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path

interface OfferedFilesProps {
  readonly offer: OfferState
  /** A newsroom is open and may be written to. */
  readonly mayTake: boolean
}

/** Asks whether files that were opened with the program are to be taken in, and reports what became of them. */
export const OfferedFiles = ({ offer, mayTake }: OfferedFilesProps) => {
  const text = useText()
  const words = text.app.offer
  const { progress, report, failure, takePaths, cancel, dismiss: forget } = useImport()
  /** The person knows of the files that wait for a newsroom. */
  const [waits, setWaits] = useState(false)
  const { files, dismiss } = offer

  const working = progress !== null
  const close = () => {
    // Half of the files taken without a word would be worse than a dialog that stays.
    if (working) return void cancel()
    dismiss()
    forget()
  }

  if (report) return <ImportReport report={report} onClose={close} />
  if (offer.failure && files.length === 0)
    return (
      <Dialog title={words.folderTitle} isOpen onClose={close} actions={<Button onPress={close}>{text.ui.close}</Button>}>
        <FailureMessage failure={offer.failure} />
      </Dialog>
    )
  if (files.length === 0) return null
  if (!mayTake)
    return (
      <Dialog
        title={words.title(files.length)}
        isOpen={!waits}
        onClose={() => setWaits(true)}
        actions={<Button onPress={() => setWaits(true)}>{text.ui.done}</Button>}
      >
        <p>{words.noNewsroom}</p>
      </Dialog>
    )
  return (
    <Dialog
      title={words.title(files.length)}
      isOpen
      onClose={close}
      alert={working}
      actions={
        <>
          <Button onPress={close}>{text.ui.cancel}</Button>
          <Button kind="primary" onPress={() => void takePaths(files)} isDisabled={working}>
            {working ? words.working : words.take}
          </Button>
        </>
      }
    >
      <p>{words.question}</p>
      <ul>
        {files.map((file) => (
          <li key={file} title={file}>
            {nameOf(file)}
          </li>
        ))}
      </ul>
      {progress && (
        <ProgressLine
          label={text.issue.importing(progress)}
          done={progress.done}
          total={progress.file === '' ? 0 : progress.total}
        />
      )}
      {failure && <FailureMessage failure={failure} />}
    </Dialog>
  )
}
