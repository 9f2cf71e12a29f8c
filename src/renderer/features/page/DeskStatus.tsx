import { useText } from '../../i18n/text.tsx'
import type { Proposal } from './gesture/propose.ts'
import type { Drag } from './gesture/use-drag.ts'
import styles from './PageScreen.module.css'
import type { DeskActions } from './use-zone-actions.ts'

interface DeskStatusProps {
  readonly drag: Drag | null
  readonly actions: DeskActions
  readonly headlineOf: (article: string) => string
}

/** What letting go would do to others, in words; null where the page itself shows all of it. */
const dropWords = (
  held: Drag['held'],
  { name, page, givesWay, arranged }: Proposal,
  headlineOf: (article: string) => string,
  text: ReturnType<typeof useText>['page']['desk'],
): string | null => {
  if (held.kind === 'page') return text.drop.swapPages(held.page, page)
  if (givesWay === null) return null
  const headline = headlineOf(givesWay)
  return name === 'swap' && arranged.placements[givesWay] ? text.drop.swap(headline) : text.drop.replace(headline)
}

/** One line below the pages: what was done, why something cannot be, and which keys help now. */
export const DeskStatus = ({ drag, actions, headlineOf }: DeskStatusProps) => {
  const text = useText().page.desk
  const { carried, said } = actions
  const blocked = typeof drag?.outcome === 'string' ? text.obstacle[drag.outcome] : null
  const outcome = drag === null || typeof drag.outcome === 'string' ? null : drag.outcome
  const leadsTo = outcome === null || drag === null ? null : dropWords(drag.held, outcome, headlineOf, text)
  const helps =
    drag !== null
      ? ['zone', 'edge', 'draw'].includes(drag.held.kind)
        ? text.dragHint
        : text.dropHint
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
        {blocked ?? leadsTo ?? (drag === null ? said : '')}
      </p>
      <p className={styles.helps}>{helps}</p>
    </div>
  )
}
