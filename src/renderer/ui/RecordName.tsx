import styles from './Record.module.css'

interface RecordNameProps {
  readonly name: string
  /** What stands under the name, empty for nothing. */
  readonly note?: string
  /** Null where the person may not open it. */
  readonly onOpen: (() => void) | null
}

/** What a record of a table is called; pressed, it opens. */
export const RecordName = ({ name, note = '', onOpen }: RecordNameProps) => (
  <>
    {onOpen ? (
      <button type="button" className={styles.name} onClick={onOpen}>
        {name}
      </button>
    ) : (
      name
    )}
    {note !== '' && <span className={styles.note}>{note}</span>}
  </>
)
