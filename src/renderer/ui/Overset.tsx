import { useFormat, useText } from '../i18n/text.tsx'
import { classes } from './classes.ts'
import styles from './Overset.module.css'

/** Lines that do not fit («+14», red) or are missing («−3», amber); nothing when the text fits to the line. */
export const Overset = ({ overset, words = false }: { readonly overset: number; readonly words?: boolean }) => {
  const text = useText()
  const format = useFormat()
  const short = format.overset(overset)
  if (short === null) return null
  const long = overset > 0 ? text.ui.overset(overset) : text.ui.underset(-overset)
  return (
    <span className={classes(overset > 0 ? styles.over : styles.under)} title={long}>
      {words ? (
        long
      ) : (
        <span role="img" aria-label={long}>
          {short}
        </span>
      )}
    </span>
  )
}
