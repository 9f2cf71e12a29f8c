import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { workspaceApi } from '../../../shared/workspace/api.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import styles from './RecentFolders.module.css'

/** Newsrooms opened here before; a missing one stays listed, so that nobody thinks it never was. */
export const RecentFolders = ({ onLocate }: { readonly onLocate: () => void }) => {
  const text = useText()
  const format = useFormat()
  const client = useClient()
  const recent = useQuery(workspaceApi.recent, {}, ['workspace'])
  const [failure, setFailure] = useState<Failure | null>(null)
  const [opening, setOpening] = useState<string | null>(null)
  const now = Date.now()

  const open = async (folder: string) => {
    setFailure(null)
    setOpening(folder)
    const result = await client.call(workspaceApi.open, { folder })
    setOpening(null)
    if (!result.ok) setFailure(result.failure)
  }

  if (recent.failure) return <FailureMessage failure={recent.failure} onAction={recent.refresh} />
  if (recent.value === null) return null
  if (recent.value.length === 0) return <p className={styles.none}>{text.start.noRecent}</p>
  return (
    <>
      {failure && <FailureMessage failure={failure} />}
      <ul className={styles.list}>
        {recent.value.map((each) => (
          <li key={each.folder} className={styles.row}>
            {each.missing ? (
              <>
                <span className={styles.words}>
                  <span className={styles.gone}>{each.name}</span>
                  <span className={styles.missing}>
                    <TriangleAlert size={14} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
                    {text.start.missing}
                  </span>
                  <span className={styles.folder}>{each.folder}</span>
                </span>
                <Button kind="flat" onPress={onLocate}>
                  {text.start.locate}
                </Button>
              </>
            ) : (
              <button type="button" className={styles.open} onClick={() => void open(each.folder)} disabled={opening !== null}>
                <span className={styles.words}>
                  <span className={styles.name}>{each.name}</span>
                  <span className={styles.folder}>{each.folder}</span>
                </span>
                <span className={styles.when}>
                  {opening === each.folder ? text.start.working : format.moment(each.openedAt, now)}
                </span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
