import { useText } from '../../../i18n/text.tsx'
import { classes } from '../../../ui/classes.ts'
import styles from './MovedLine.module.css'
import type { Moved } from './moving.ts'

/** What became of the last wish to move a block: said to who listens, and to everybody where it was refused. */
export const MovedLine = ({ moved }: { readonly moved: Moved | null }) => {
  const text = useText().block.move
  const isSaid = moved?.kind === 'refused'
  return (
    <p role="status" className={classes(isSaid ? styles.refused : styles.heard)}>
      {moved && (moved.kind === 'moved' ? text.moved(moved.number, moved.count) : text[moved.kind])}
    </p>
  )
}
