import { useState } from 'react'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { CheckBox } from '../../../ui/CheckBox.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import styles from './Style.module.css'

/** An issue in hand that another look would change. */
export interface RestyledIssue {
  readonly issue: string
  readonly stories: number
  /** It keeps an older look of its own. */
  readonly keeps: boolean
}

interface SaveStyleDialogProps {
  readonly issues: readonly RestyledIssue[]
  readonly onSave: (keep: readonly string[]) => void
  readonly onClose: () => void
}

/** Before the look changes: which issues in hand are laid out anew, and which keep the look they have. */
export const SaveStyleDialog = ({ issues, onSave, onClose }: SaveStyleDialogProps) => {
  const text = useText()
  const words = text.style.save
  const [follow, setFollow] = useState<ReadonlySet<string>>(
    () => new Set(issues.filter(({ keeps }) => !keeps).map(({ issue }) => issue)),
  )
  const toggle = (issue: string, on: boolean) =>
    setFollow((before) => new Set(on ? [...before, issue] : [...before].filter((each) => each !== issue)))
  return (
    <Dialog
      title={words.title}
      isOpen
      alert
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.ui.cancel}</Button>
          <Button kind="primary" onPress={() => onSave(issues.map(({ issue }) => issue).filter((issue) => !follow.has(issue)))}>
            {words.action}
          </Button>
        </>
      }
    >
      <p>{words.text}</p>
      <div className={styles.issues}>
        {issues.map(({ issue, stories, keeps }) => (
          <CheckBox
            key={issue}
            isSelected={follow.has(issue)}
            onChange={(on) => toggle(issue, on)}
            {...(keeps ? { hint: words.keeps } : {})}
          >
            {words.issue(issue, stories)}
          </CheckBox>
        ))}
      </div>
      <p className={styles.note}>{words.done}</p>
    </Dialog>
  )
}
