import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { workspaceApi } from '../../../shared/workspace/api.ts'
import { useClient } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { ProgressLine } from '../../ui/ProgressLine.tsx'
import { useToast } from '../../ui/Toast.tsx'
import styles from './FolderCheck.module.css'
import { MergeCopy } from './MergeCopy.tsx'

interface Finding {
  readonly file: string
  readonly problem: string
  readonly repaired: string | null
}

/** Where the newsroom lies, and whether its files are whole. */
export const FolderCheck = () => {
  const text = useText()
  const client = useClient()
  const toast = useToast()
  const { workspace } = useSession()
  const folder = workspace.folder ?? ''
  const [running, setRunning] = useState(false)
  const [findings, setFindings] = useState<readonly Finding[] | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const words = text.settings.folder

  const check = async (repair: boolean) => {
    setRunning(true)
    setFailure(null)
    const result = await client.call(workspaceApi.check, { folder, repair })
    setRunning(false)
    if (!result.ok) return setFailure(result.failure)
    setFindings(result.value)
    // Mending closes the folder and opens it again, and this screen with it: the outcome must outlive the screen.
    if (repair) toast({ text: words.mended(result.value.filter(({ repaired }) => repaired !== null).length) })
  }

  return (
    <div className={styles.folder}>
      <div>
        <h2>{words.path}</h2>
        <p className={styles.path}>{folder}</p>
        <p className={styles.hint}>{words.pathHint}</p>
      </div>
      <div>
        <Button onPress={() => void check(false)} isDisabled={running}>
          {words.check}
        </Button>
      </div>
      {running && <ProgressLine label={words.checking} done={0} total={0} />}
      {failure && <FailureMessage failure={failure} />}
      {findings !== null && !running && (
        <div role="status">
          <p>{findings.length === 0 ? words.clean : words.found(findings.length)}</p>
          <ul className={styles.findings}>
            {findings.map((finding) => (
              <li key={`${finding.file} ${finding.problem}`}>
                <span className={styles.file}>{finding.file}</span>
                {finding.problem}
                {finding.repaired !== null && (
                  <span className={styles.repaired}>
                    {words.repaired}: {finding.repaired}
                  </span>
                )}
              </li>
            ))}
          </ul>
          {!workspace.readOnly && findings.some(({ repaired }) => repaired === null) && (
            <Button onPress={() => void check(true)}>{words.repair}</Button>
          )}
        </div>
      )}
      <MergeCopy />
    </div>
  )
}
