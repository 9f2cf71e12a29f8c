import { FileDown, FilePlus2, FolderPlus, History, Printer, WandSparkles } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './PlanHead.module.css'
import type { PlanTotals } from './plan.ts'

interface PlanHeadProps {
  readonly totals: PlanTotals
  /** How many stories are not placed. */
  readonly waiting: number
  readonly hasStories: boolean
  readonly isBusy: boolean
  readonly isReadOnly: boolean
  /** May the person place stories? */
  readonly mayFill: boolean
  readonly onImport: (files: readonly File[]) => void
  readonly onFill: () => void
  readonly onExport: () => void
  readonly onHistory: () => void
  readonly onPrint: () => void
}

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

/** The head of the plan: its numbers and its three acts; the black one is what is to be done next. */
export const PlanHead = (props: PlanHeadProps) => {
  const { totals, waiting, hasStories, isBusy, isReadOnly, mayFill, onImport, onFill, onExport, onHistory, onPrint } = props
  const text = useText()
  const next = isReadOnly ? 'export' : !hasStories ? 'import' : waiting > 0 && mayFill ? 'fill' : 'export'
  const kind = (act: typeof next) => (act === next ? ('primary' as const) : ('plain' as const))
  const { totals: words } = text.issue
  return (
    <div className={styles.head}>
      <div className={styles.line}>
        <h1>{text.issue.title}</h1>
        <div className={styles.acts}>
          <IconButton kind="plain" icon={<History {...icon} />} label={text.issue.history.open} onPress={onHistory} />
          <IconButton kind="plain" icon={<Printer {...icon} />} label={text.issue.print.open} onPress={onPrint} />
          {!isReadOnly && (
            <FileTrigger
              allowsMultiple
              onSelect={(files) => {
                if (files) onImport([...files])
              }}
            >
              <Button kind={kind('import')} icon={<FilePlus2 {...icon} />} isDisabled={isBusy}>
                {text.issue.import}
              </Button>
            </FileTrigger>
          )}
          {!isReadOnly && (
            <FileTrigger
              acceptDirectory
              onSelect={(files) => {
                if (files) onImport([...files])
              }}
            >
              <IconButton kind="plain" icon={<FolderPlus {...icon} />} label={text.issue.importFolder} isDisabled={isBusy} />
            </FileTrigger>
          )}
          {mayFill && waiting > 0 && (
            <Button kind={kind('fill')} icon={<WandSparkles {...icon} />} onPress={onFill} isDisabled={isBusy}>
              {text.issue.fill}
            </Button>
          )}
          <Button kind={kind('export')} icon={<FileDown {...icon} />} onPress={onExport}>
            {text.issue.export}
          </Button>
        </div>
      </div>
      <dl className={styles.strip}>
        <div>
          <dt>{words.pages(totals.pages)}</dt>
          <dd>{totals.taken}</dd>
        </div>
        <div>
          <dt>{words.approved(totals.stories)}</dt>
          <dd>{totals.approved}</dd>
        </div>
        {totals.overset > 0 && (
          <div className={classes(styles.red)}>
            <dt>{words.overset(totals.overset)}</dt>
            <dd>{totals.overset}</dd>
          </div>
        )}
        {totals.underset > 0 && (
          <div className={classes(styles.amber)}>
            <dt>{words.underset(totals.underset)}</dt>
            <dd>{totals.underset}</dd>
          </div>
        )}
      </dl>
    </div>
  )
}
