import { Text } from 'react-aria-components'
import type { SearchHit } from '../../shared/search/api.ts'
import { useText } from '../i18n/text.tsx'
import { StatusMark } from '../ui/StatusMark.tsx'
import { Marked } from './Marked.tsx'
import styles from './Palette.module.css'

/** An article that was found: its state, headline and place, and the part of its text that answers. */
export const PaletteHit = ({ hit }: { hit: SearchHit }) => {
  const text = useText()
  const place = hit.issue === null || hit.page === null ? null : text.app.palette.place(hit.issue, hit.page)
  const note = [place ?? text.vocabulary.articleStatus[hit.status], hit.byline].filter((part) => part !== '').join(' · ')
  return (
    <>
      <span className={styles.line}>
        <StatusMark status={hit.status} small />
        <Text slot="label" className={styles.label ?? ''}>
          {hit.headline.text === '' ? text.issue.untitled : <Marked marked={hit.headline} />}
        </Text>
        <span className={styles.note} title={note}>
          {note}
        </span>
      </span>
      <Text slot="description" className={styles.snippet ?? ''}>
        <Marked marked={hit.snippet} />
      </Text>
    </>
  )
}
