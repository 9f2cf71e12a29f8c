import { useText } from '../../i18n/text.tsx'
import type { Drag } from './gesture/use-drag.ts'
import styles from './PageScreen.module.css'
import type { DeskActions } from './use-zone-actions.ts'

interface DeskStatusProps {
  readonly drag: Drag | null
  readonly actions: DeskActions
  readonly headlineOf: (article: string) => string
}

/** One line below the pages: what was done, why something cannot be, and which keys help now. */
export const DeskStatus = ({ drag, actions, headlineOf }: DeskStatusProps) => {
  const text = useText().page.desk
  const { carried, said } = actions
  const blocked = typeof drag?.outcome === 'string' ? text.obstacle[drag.outcome] : null
  const helps =
    drag !== null
      ? text.dragHint
      : carried !== null
        ? said === ''
          ? text.carryHint(headlineOf(carried.part.article))
          : ''
        : said === ''
          ? text.hint
          : ''
  return (
    <div className={styles.status}>
      <p role="status" aria-label={text.status}>
        {blocked ?? said}
      </p>
      <p className={styles.helps}>{helps}</p>
    </div>
  )
}
