import { Copy } from 'lucide-react'
import { useState } from 'react'
import type { ImportedFile } from '../../../shared/article/api.ts'
import { hrefOf } from '../../app/router.ts'
import { useText } from '../../i18n/text.tsx'
import { Button, ToggleButton } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './ImportReport.module.css'
import { countsOf, importText, needsLook, outcomeOf } from './import-text.ts'

interface RowProps {
  readonly row: ImportedFile
  readonly onClose: () => void
}

const Outcome = ({ row, onClose }: RowProps) => {
  const text = useText()
  switch (outcomeOf(row)) {
    case 'taken':
      return (
        <>
          <a className={styles.headline} href={hrefOf({ section: 'article', article: row.article ?? '' })} onClick={onClose}>
            {row.headline || text.issue.untitled}
          </a>
          <p className={styles.size}>{text.issue.importSize(row.characters, row.photos)}</p>
        </>
      )
    case 'picture':
      return text.issue.picture
    case 'notReached':
      return (
        <p className={styles.size}>
          {text.issue.notTaken}: {row.problem}
        </p>
      )
    case 'refused':
      return (
        <p className={styles.problem}>
          {text.issue.notTaken}: {row.problem}
        </p>
      )
  }
}

/** Several remarks are folded, unless their file is the only one. */
const Warnings = ({ warnings, isOnly }: { readonly warnings: readonly string[]; readonly isOnly: boolean }) => {
  const text = useText()
  const [first, ...more] = warnings
  if (first === undefined) return null
  if (more.length === 0) return <p className={styles.warning}>{first}</p>
  return (
    <details className={styles.warnings} open={isOnly}>
      <summary>{text.issue.importWarnings(warnings.length)}</summary>
      <ul>
        {warnings.map((warning) => (
          <li key={warning} className={styles.warning}>
            {warning}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** File by file: what became of it and what a person should know. */
export const ImportReport = ({ report, onClose }: { readonly report: readonly ImportedFile[]; readonly onClose: () => void }) => {
  const text = useText()
  const [onlyNoted, setOnlyNoted] = useState(false)
  const [copied, setCopied] = useState(false)
  // What needs a person stands first.
  const rank = (row: ImportedFile) => (row.notReached ? 1 : row.problem !== null ? 0 : row.warnings.length > 0 ? 2 : 3)
  const noted = report.filter(needsLook).length
  const rows = [...report].sort((a, b) => rank(a) - rank(b)).filter((row) => !onlyNoted || needsLook(row))
  const copy = () => void navigator.clipboard.writeText(importText(report, text.issue)).then(() => setCopied(true))
  return (
    <Dialog
      title={text.issue.importTitle}
      isOpen
      onClose={onClose}
      wide
      actions={
        <>
          <Button icon={<Copy size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />} onPress={copy}>
            {copied ? text.ui.copied : text.issue.importCopy}
          </Button>
          <Button kind="primary" onPress={onClose}>
            {text.ui.done}
          </Button>
        </>
      }
    >
      <div className={styles.head}>
        <p>{text.issue.importSummary(countsOf(report))}</p>
        {noted > 0 && noted < report.length && (
          <ToggleButton isSelected={onlyNoted} onChange={setOnlyNoted}>
            {text.issue.importOnlyNoted(noted)}
          </ToggleButton>
        )}
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text.issue.importFile}</th>
            <th scope="col">{text.issue.importArticle}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.file}>
              <td className={styles.file}>{row.file}</td>
              <td>
                <Outcome row={row} onClose={onClose} />
                <Warnings warnings={row.warnings} isOnly={report.length === 1} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
