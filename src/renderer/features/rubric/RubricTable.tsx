import type { ListedRubric } from '../../../shared/rubric/api.ts'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { RecordName } from '../../ui/RecordName.tsx'
import { SortTable } from '../../ui/SortTable.tsx'
import styles from './RubricScreen.module.css'

interface RubricTableProps {
  readonly rubrics: readonly ListedRubric[]
  /** Null where the person may not change them. */
  readonly onOpen: ((rubric: ListedRubric) => void) | null
}

const order = { late: 0, due: 1, planned: 2, resting: 3 } as const

/** The rubrics of the catalogue: who looks after each, how often it is to appear and how long it has not. */
export const RubricTable = ({ rubrics, onOpen }: RubricTableProps) => {
  const text = useText()
  const words = text.rubric
  const format = useFormat()
  const { staff } = useSession()
  const { columns } = words
  const ownerOf = ({ owner }: ListedRubric) => staff.find(({ id }) => id === owner)?.name ?? ''
  const stateOf = ({ closed, standing }: ListedRubric) => {
    if (closed) return <span className={styles.dim}>{words.closed}</span>
    if (standing.planned !== null) return words.plannedIn(standing.planned)
    const tone = standing.state === 'late' ? styles.late : standing.state === 'due' ? styles.due : styles.dim
    return <span className={tone}>{words.states[standing.state]}</span>
  }
  return (
    <SortTable
      label={words.rubrics}
      columns={[
        {
          id: 'name',
          label: columns.name,
          by: (row) => row.name,
          cell: (row) => (
            <RecordName
              name={row.name}
              note={row.audience === null ? '' : text.assignment.audiences[row.audience]}
              onOpen={onOpen && (() => onOpen(row))}
            />
          ),
        },
        { id: 'owner', label: columns.owner, by: (row) => ownerOf(row) || null, cell: ownerOf },
        { id: 'cadence', label: columns.cadence, cell: (row) => words.cadence(row.cadence) },
        {
          id: 'last',
          label: columns.last,
          by: (row) => row.standing.last?.day ?? null,
          cell: ({ standing: { last } }) => (last ? `№ ${last.serial}, ${format.date(last.day)}` : words.never),
        },
        {
          id: 'missed',
          label: columns.missed,
          by: (row) => (row.closed ? null : row.standing.missed),
          cell: ({ standing, closed }) =>
            closed || (standing.last === null && standing.missed === 0) ? '' : words.missed(standing.missed),
        },
        { id: 'state', label: columns.state, by: (row) => (row.closed ? null : order[row.standing.state]), cell: stateOf },
        {
          id: 'stories',
          label: columns.stories,
          isNumber: true,
          by: (row) => row.stories,
          cell: (row) => format.number(row.stories),
        },
      ]}
      rows={rubrics}
      keyOf={(row) => row.id}
    />
  )
}
