import { type DragEvent, type ReactNode, useState } from 'react'
import { useText } from '../../i18n/text.tsx'
import styles from './FileDrop.module.css'

interface FileDropProps {
  readonly children: ReactNode
  /** Called while the drop is being handled: what it carries is gone afterwards. */
  readonly onFiles: (dropped: DataTransfer) => void
  readonly isDisabled: boolean
}

const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/** Takes files dropped anywhere on the screen; what is dragged inside the plan goes on to its own lists. */
export const FileDrop = ({ children, onFiles, isDisabled }: FileDropProps) => {
  const text = useText()
  const [over, setOver] = useState(false)
  const watch = (event: DragEvent) => {
    if (!carriesFiles(event)) return
    // Without this the browser would leave the program and show the file.
    event.preventDefault()
    event.stopPropagation()
    event.dataTransfer.dropEffect = isDisabled ? 'none' : 'copy'
    setOver(!isDisabled)
  }
  return (
    <div
      className={styles.area}
      onDragEnterCapture={watch}
      onDragOverCapture={watch}
      onDragLeaveCapture={(event) => {
        const outside = !(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)
        if (outside) setOver(false)
      }}
      onDropCapture={(event) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        event.stopPropagation()
        setOver(false)
        if (!isDisabled) onFiles(event.dataTransfer)
      }}
    >
      {children}
      {over && <div className={styles.veil}>{text.issue.dropHere}</div>}
    </div>
  )
}
