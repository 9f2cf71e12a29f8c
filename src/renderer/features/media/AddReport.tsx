import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import styles from './MediaScreen.module.css'
import type { AddReport as Report } from './use-add-pictures.ts'

/** What became of the files that were added. */
export const AddReport = ({ report, onClose }: { readonly report: Report; readonly onClose: () => void }) => {
  const words = useText().media
  return (
    <div className={styles.report}>
      <p role="status">
        {words.added(report.added)}
        {report.isStopped && ` ${words.stopped}`}
      </p>
      {report.already.length > 0 && (
        <ul>
          {report.already.map(({ file, name }) => (
            <li key={file}>{words.already(file, name)}</li>
          ))}
        </ul>
      )}
      {report.aside.length > 0 && (
        <ul>
          {report.aside.map(({ file, why }) => (
            <li key={file}>{words.aside[why](file)}</li>
          ))}
        </ul>
      )}
      {report.failures.map((failure) => (
        <FailureMessage key={failure.what} failure={failure} />
      ))}
      <Button kind="flat" onPress={onClose}>
        {words.closeReport}
      </Button>
    </div>
  )
}
