import { useState } from 'react'
import type { Failure } from '../../shared/api/result.ts'
import { articleApi, type ImportedFile } from '../../shared/article/api.ts'
import { useClient } from '../api/hooks.tsx'
import { ImportReport } from '../features/issue/ImportReport.tsx'
import { useText } from '../i18n/text.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FailureMessage } from '../ui/FailureMessage.tsx'
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
  const client = useClient()
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [report, setReport] = useState<readonly ImportedFile[] | null>(null)
  /** The person knows of the files that wait for a newsroom. */
  const [waits, setWaits] = useState(false)
  const { files, dismiss } = offer

  const take = async () => {
    setWorking(true)
    const result = await client.call(articleApi.import, { paths: [...files], rubric: null })
    setWorking(false)
    if (!result.ok) return setFailure(result.failure)
    dismiss()
    setFailure(null)
    setReport(result.value)
  }
  const close = () => {
    dismiss()
    setFailure(null)
  }

  if (report) return <ImportReport report={report} onClose={() => setReport(null)} />
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
      actions={
        <>
          <Button onPress={close}>{text.ui.cancel}</Button>
          <Button kind="primary" onPress={() => void take()} isDisabled={working}>
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
      {failure && <FailureMessage failure={failure} />}
    </Dialog>
  )
}
