import type { ReportFilter, ReportLine } from '../../../../shared/publishing/report.ts'
import { useText } from '../../../i18n/text.tsx'
import { Select } from '../../../ui/Select.tsx'

/** «All» beside the values that lines have; a value is marked, so that an empty one is not taken for it. */
const all = 'all'
const keyOf = (value: string | null): string => (value === null ? all : `=${value}`)

interface FilterBarProps {
  readonly lines: readonly ReportLine[]
  readonly filter: ReportFilter
  readonly nameOf: (channel: string) => string
  readonly onChange: (filter: ReportFilter) => void
}

/** Which publications of the time are shown: by rubric, region and channel. */
export const FilterBar = ({ lines, filter, nameOf, onChange }: FilterBarProps) => {
  const words = useText().report
  const choice = (name: keyof ReportFilter, labelOf: (value: string) => string) => {
    const chosen = filter[name]
    const values = new Set([...lines.map((line) => line[name]), ...(chosen === null ? [] : [chosen])])
    const options = [...values].map((value) => ({ id: keyOf(value), label: labelOf(value) }))
    return (
      <Select
        label={words.name[name]}
        options={[{ id: all, label: words.all[name] }, ...options.sort((a, b) => a.label.localeCompare(b.label, 'ru'))]}
        value={keyOf(chosen)}
        onChange={(key) => onChange({ ...filter, [name]: key === all ? null : key.slice(1) })}
      />
    )
  }
  return (
    <>
      {choice('rubric', (rubric) => rubric || words.noRubric)}
      {choice('region', (region) => region || words.noRegion)}
      {choice('channel', nameOf)}
    </>
  )
}
