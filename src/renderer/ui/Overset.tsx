import { formatOverset } from '../i18n/format.ts'
import { lines, plural } from '../i18n/plural.ts'
import { classes } from './classes.ts'
import styles from './Overset.module.css'

/** Lines that do not fit («+14», red) or are missing («−3», amber); nothing when the text fits to the line. */
export const Overset = ({ overset, words = false }: { readonly overset: number; readonly words?: boolean }) => {
  const short = formatOverset(overset)
  if (short === null) return null
  const long = overset > 0 ? `хвост ${plural(overset, lines)}` : `недобор ${plural(-overset, lines)}`
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
