import type { Output } from '../../../shared/api/operation.ts'
import type { Facet, searchApi } from '../../../shared/search/api.ts'
import { type ArchiveFilter, wholeArchive } from '../../../shared/search/archive.ts'
import { type ArticleStatus, articleStatuses } from '../../../shared/workflow/states.ts'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { ComboField } from '../../ui/ComboField.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './FilterBar.module.css'

type Choices = Pick<Output<typeof searchApi.archive>, 'rubrics' | 'authors' | 'regions' | 'statuses'>
const noChoices: Choices = { rubrics: [], authors: [], regions: [], statuses: [] }

interface FilterBarProps {
  readonly filter: ArchiveFilter
  /** What there is to choose from; null until it is known. */
  readonly choices: Choices | null
  /** Issues have neither rubric nor author. */
  readonly isOfIssues: boolean
  readonly onChange: (filter: ArchiveFilter) => void
}

/** A chosen value is offered even where nothing has it any more. */
const withChosen = (facet: Facet, chosen: string): Facet =>
  chosen === '' || facet.some(({ value }) => value === chosen) ? facet : [{ value: chosen, count: 0 }, ...facet]

const dayOrNull = (typed: string): string | null => (/^\d{4}-\d\d-\d\d$/.test(typed) ? typed : null)

/** What the archive is narrowed to, in one row; «Сбросить» shows everything again. */
export const FilterBar = ({ filter, choices, isOfIssues, onChange }: FilterBarProps) => {
  const text = useText()
  const words = text.search
  const { rubrics, authors, regions, statuses } = choices ?? noChoices
  const set = (change: Partial<ArchiveFilter>) => onChange({ ...filter, ...change })
  const named = (facet: Facet, chosen: string, any: string) => [
    { id: '', label: any },
    ...withChosen(facet, chosen).map(({ value, count }) => ({ id: value, label: words.choice(value, count) })),
  ]
  const isWhole = JSON.stringify(filter) === JSON.stringify(wholeArchive)
  const statusOptions: readonly { readonly id: ArticleStatus | ''; readonly label: string }[] = [
    { id: '', label: words.anyStatus },
    ...articleStatuses.flatMap((status) => {
      const count = statuses.find(({ value }) => value === status)?.count ?? 0
      return count === 0 && filter.status !== status
        ? []
        : [{ id: status, label: words.choice(text.vocabulary.articleStatus[status], count) }]
    }),
  ]
  return (
    <search className={styles.filters} aria-label={words.filters}>
      <div className={styles.query}>
        <Field label={words.query} value={filter.query} onChange={(query) => set({ query })} />
      </div>
      {!isOfIssues && (
        <>
          <div className={styles.choice}>
            <Select
              label={words.rubric}
              value={filter.rubric}
              options={named(rubrics, filter.rubric, words.anyRubric)}
              onChange={(rubric) => set({ rubric })}
            />
          </div>
          <div className={styles.choice}>
            <ComboField
              label={words.author}
              value={filter.author}
              options={authors.map(({ value }) => value)}
              onChange={(author) => set({ author })}
            />
          </div>
          <div className={styles.choice}>
            <Select
              label={words.region}
              value={filter.region}
              options={named(regions, filter.region, words.anyRegion)}
              onChange={(region) => set({ region })}
            />
          </div>
          <div className={styles.choice}>
            <Select
              label={words.status}
              value={filter.status ?? ''}
              options={statusOptions}
              onChange={(status) => set({ status: status === '' ? null : status })}
            />
          </div>
        </>
      )}
      <div className={styles.day}>
        <Field label={words.from} type="date" value={filter.from ?? ''} onChange={(day) => set({ from: dayOrNull(day) })} />
      </div>
      <div className={styles.day}>
        <Field label={words.to} type="date" value={filter.to ?? ''} onChange={(day) => set({ to: dayOrNull(day) })} />
      </div>
      {!isWhole && <Button onPress={() => onChange(wholeArchive)}>{words.reset}</Button>}
    </search>
  )
}
