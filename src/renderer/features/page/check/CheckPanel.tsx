import { useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { preflightApi } from '../../../../shared/preflight/api.ts'
import type { Finding } from '../../../../shared/preflight/finding.ts'
import { type Dependency, useClient, useQuery } from '../../../api/hooks.tsx'
import { useText } from '../../../i18n/text.tsx'
import { ToggleButton } from '../../../ui/Button.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import styles from './CheckList.module.css'
import { CheckList } from './CheckList.tsx'
import { PassDialog } from './PassDialog.tsx'

const dependencies: readonly Dependency[] = ['issue', 'article', 'workflow', 'settings', 'media', 'preflight', 'export']

interface CheckPanelProps {
  readonly issue: string
  readonly page: number
  readonly readOnly: boolean
  readonly onJump: (finding: Finding) => void
}

/** The preflight of an issue beside its pages: always of the pages, and of the file too while that is asked for. */
export const CheckPanel = ({ issue, page, readOnly, onJump }: CheckPanelProps) => {
  const text = useText().page.check
  const client = useClient()
  const [file, setFile] = useState(false)
  const [passing, setPassing] = useState<Finding | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const onPages = useQuery(preflightApi.run, { issue, file: false }, dependencies)
  const inFile = useQuery(preflightApi.run, file ? { issue, file: true } : null, dependencies)
  // Until the file has been made, what is known of the pages stands.
  const outcome = (file ? inFile.value : null) ?? onPages.value
  const problem = failure ?? onPages.failure ?? inFile.failure
  const withdraw = async ({ hash }: Finding) => {
    const result = await client.call(preflightApi.withdraw, { issue, hash })
    setFailure(result.ok ? null : result.failure)
  }
  return (
    <section className={styles.check} aria-label={text.label} data-region="">
      {problem && <FailureMessage failure={problem} />}
      {outcome ? (
        <CheckList
          page={page}
          findings={outcome.findings}
          onJump={onJump}
          onPass={readOnly ? null : setPassing}
          onWithdraw={readOnly ? null : (finding) => void withdraw(finding)}
        >
          <span className={styles.printer} role="status" title={outcome.profile}>
            {file && inFile.loading ? text.checkingFile : outcome.profile}
          </span>
          <ToggleButton isSelected={file} onChange={setFile}>
            {text.withFile}
          </ToggleButton>
        </CheckList>
      ) : (
        <header className={styles.head}>
          <h2>{text.label}</h2>
          <span className={styles.printer}>{text.pending}</span>
        </header>
      )}
      {passing && <PassDialog issue={issue} finding={passing} onClose={() => setPassing(null)} />}
    </section>
  )
}
