import { ListBox, ListBoxItem } from 'react-aria-components'
import type { SignPageRow } from '../../../shared/signoff/api.ts'
import { navigate } from '../../app/router.ts'
import { useText } from '../../i18n/text.tsx'
import { classes } from '../../ui/classes.ts'
import { PageMark, pageStateOf } from '../../ui/PageMark.tsx'
import styles from './SignoffDesk.module.css'

/** The pages of an issue with how far each is; arrows go through them. */
export const PageQueue = ({ pages, current }: { readonly pages: readonly SignPageRow[]; readonly current: number | null }) => {
  const text = useText().signoff
  return (
    <ListBox
      aria-label={text.list}
      className={styles.pages ?? ''}
      items={pages.map((row) => ({ id: String(row.page), row }))}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={current === null ? [] : [String(current)]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys]
        if (key !== undefined) navigate({ section: 'signoff', page: Number(key) })
      }}
      dependencies={[pages]}
    >
      {({ row }) => (
        <ListBoxItem
          id={String(row.page)}
          textValue={`${text.page(row.page)}, ${text.state[row.state]}`}
          aria-label={`${text.page(row.page)}, ${text.state[row.state]}`}
          className={styles.row ?? ''}
        >
          <PageMark state={pageStateOf(row.state, row.stories)} />
          <span className={styles.words}>
            <span>{text.page(row.page)}</span>
            <span className={classes(styles.note, (row.state === 'void' || row.state === 'replacing') && styles.amber)}>
              {[text.state[row.state], text.waiting(row.waiting)].filter((part) => part !== '').join(' · ')}
            </span>
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  )
}
