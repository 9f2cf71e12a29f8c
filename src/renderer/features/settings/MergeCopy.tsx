import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { desktopApi } from '../../../shared/desktop/api.ts'
import { mergeApi } from '../../../shared/merge/api.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { ProgressLine } from '../../ui/ProgressLine.tsx'
import styles from './FolderCheck.module.css'
import { MergeOutcome } from './MergeOutcome.tsx'

/** Takes in what a copy of the newsroom brings, and tells what came of it. */
export const MergeCopy = () => {
  const text = useText()
  const words = text.merge
  const client = useClient()
  const { workspace } = useSession()
  const folder = workspace.folder ?? ''
  const [asked, setAsked] = useState(false)
  const [path, setPath] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [working, setWorking] = useState(false)
  // The folder is closed and opened again meanwhile, and this screen with it: the report waits in the program.
  const last = useQuery(mergeApi.last, { folder }, ['workspace'])

  const accept = async () => {
    if (working || path.trim() === '') return
    setWorking(true)
    setFailure(null)
    const done = await client.call(mergeApi.accept, { folder, other: path.trim() })
    setWorking(false)
    if (!done.ok) return setFailure(done.failure)
    setAsked(false)
    last.refresh()
  }
  const choose = async () => {
    const answer = await client.call(desktopApi.chooseFolder, { title: words.choose, action: words.chooseAction })
    if (!answer.ok) setFailure(answer.failure)
    else if (answer.value.folder !== null) setPath(answer.value.folder)
  }

  return (
    <div className={styles.folder}>
      <div>
        <h2>{words.title}</h2>
        <p className={styles.hint}>{words.hint}</p>
      </div>
      {!workspace.readOnly && (
        <div>
          <Button onPress={() => setAsked(true)}>{words.begin}</Button>
        </div>
      )}
      {last.value && <MergeOutcome report={last.value} />}
      {asked && (
        <FormDialog
          title={words.choose}
          onClose={() => setAsked(false)}
          onSubmit={() => void accept()}
          verb={working ? words.working : words.accept}
          isReady={!working && path.trim() !== ''}
        >
          <Field label={words.path} value={path} onChange={setPath} hint={words.pathHint} autoFocus />
          {client.desktop && (
            <div>
              <Button onPress={() => void choose()}>{words.chooseFolder}</Button>
            </div>
          )}
          {working && <ProgressLine label={words.working} done={0} total={0} />}
          {failure && <FailureMessage failure={failure} />}
        </FormDialog>
      )}
    </div>
  )
}
