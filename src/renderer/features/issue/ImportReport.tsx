import type { ImportedFile } from '../../../shared/article/api.ts'
import { hrefOf } from '../../app/router.ts'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './ImportReport.module.css'

/** File by file: what became of it and what a person should know. */
export const ImportReport = ({ report, onClose }: { readonly report: readonly ImportedFile[]; readonly onClose: () => void }) => {
  const text = useText()
  const failed = report.filter(({ problem }) => problem !== null)
  const taken = new Set(report.flatMap(({ article }) => (article === null ? [] : [article])))
  // What needs a person stands first.
  const rank = ({ problem, warnings }: ImportedFile) => (problem !== null ? 0 : warnings.length > 0 ? 1 : 2)
  const rows = [...report].sort((a, b) => rank(a) - rank(b))
  return (
    <Dialog
      title={text.issue.importTitle}
      isOpen
      onClose={onClose}
      wide
      actions={
        <Button kind="primary" onPress={onClose}>
          {text.ui.done}
        </Button>
      }
    >
      <p>{text.issue.importSummary(taken.size, failed.length)}</p>
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
                {row.problem !== null ? (
                  <p className={styles.problem}>
                    {text.issue.notTaken}: {row.problem}
                  </p>
                ) : row.article !== null ? (
                  <a className={styles.headline} href={hrefOf({ section: 'article', article: row.article })} onClick={onClose}>
                    {row.headline || text.issue.untitled}
                  </a>
                ) : (
                  text.issue.picture
                )}
                {row.warnings.map((warning) => (
                  <p key={warning} className={classes(styles.warning)}>
                    {warning}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
