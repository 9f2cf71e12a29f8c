import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { regionApi } from '../../../shared/region/api.ts'
import type { BalanceRow, RegionRow } from '../../../shared/region/geography.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { ScreenFrame, ScreenPart } from '../../ui/ScreenFrame.tsx'
import { Select } from '../../ui/Select.tsx'
import { SortTable } from '../../ui/SortTable.tsx'
import styles from './GeographyScreen.module.css'

const periods = ['1', '4', '12', '52', '10000'] as const
type Period = (typeof periods)[number]
const choices = ['all', 'silent', 'present'] as const
type Choice = (typeof choices)[number]

interface BalanceProps {
  readonly title: string
  readonly name: string
  readonly rows: readonly BalanceRow[]
  readonly unnamed: string
}

const Balance = ({ title, name, rows, unnamed }: BalanceProps) => {
  const words = useText().region
  const format = useFormat()
  const number = (id: 'stories' | 'members' | 'public' | 'unsaid') => ({
    id,
    label: words.columns[id],
    isNumber: true,
    by: (row: BalanceRow) => row[id],
    cell: (row: BalanceRow) => format.number(row[id]),
  })
  return (
    <ScreenPart title={title}>
      <SortTable
        label={title}
        columns={[
          { id: 'name', label: name, by: (row) => row.name, cell: (row) => row.name || unnamed },
          number('stories'),
          number('members'),
          number('public'),
          number('unsaid'),
        ]}
        rows={rows}
        keyOf={(row) => row.name}
      />
    </ScreenPart>
  )
}

/** «География номера»: which regions the newspaper has been to, and when last. */
export const GeographyScreen = () => {
  const words = useText().region
  const format = useFormat()
  const client = useClient()
  const { workspace } = useSession()
  const [period, setPeriod] = useState<Period>('12')
  const [choice, setChoice] = useState<Choice>('all')
  const [district, setDistrict] = useState('')
  const [file, setFile] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const issues = Number(period)
  const query = useQuery(regionApi.geography, { issues }, ['article', 'issue', 'mailing'])
  const geography = query.value
  const all = geography?.regions ?? []
  const present = all.filter(({ stories }) => stories > 0)
  const shown = all
    .filter((row) => (choice === 'all' ? true : choice === 'present' ? row.stories > 0 : row.stories === 0))
    .filter((row) => district === '' || row.district === district)
  const districts = [...new Set(all.map((row) => row.district))]

  const save = async () => {
    const written = await client.call(regionApi.exportGeography, { issues })
    setFile(written.ok ? written.value.file : null)
    setFailure(written.ok ? null : written.failure)
  }
  return (
    <ScreenFrame
      title={words.title}
      actions={
        <>
          <Select
            label={words.period}
            options={periods.map((id) => ({ id, label: words.periods[id] }))}
            value={period}
            onChange={setPeriod}
          />
          {!workspace.readOnly && (
            <Button onPress={() => void save()} isDisabled={geography === null}>
              {words.export}
            </Button>
          )}
        </>
      }
    >
      {file !== null && <p role="status">{words.exported(file)}</p>}
      {[query.failure, failure].map((each) => each && <FailureMessage key={each.what} failure={each} />)}
      {geography && geography.issues === 0 && <EmptyState>{words.empty}</EmptyState>}
      {geography && geography.issues > 0 && (
        <>
          <p className={styles.total}>{words.summary(present.length, all.length, geography.issues)}</p>
          {geography.withoutRegion > 0 && <p className={styles.note}>{words.withoutRegion(geography.withoutRegion)}</p>}
          <div className={styles.balance}>
            <Balance title={words.byRubric} name={words.columns.rubric} rows={geography.rubrics} unnamed={words.noRubric} />
            <Balance
              title={words.byDistrict}
              name={words.columns.district}
              rows={geography.districts}
              unnamed={words.otherDistrict}
            />
          </div>
          <ScreenPart
            title={words.regions}
            actions={
              <>
                <Select
                  label={words.district}
                  options={[
                    { id: '', label: words.allDistricts },
                    ...districts.filter((name) => name !== '').map((name) => ({ id: name, label: name })),
                  ]}
                  value={district}
                  onChange={setDistrict}
                />
                <Select
                  label={words.show}
                  options={choices.map((id) => ({ id, label: words.shown[id] }))}
                  value={choice}
                  onChange={setChoice}
                />
              </>
            }
          >
            <SortTable<RegionRow>
              label={words.regions}
              columns={[
                { id: 'region', label: words.columns.region, by: (row) => row.region, cell: (row) => row.region },
                {
                  id: 'district',
                  label: words.columns.district,
                  by: (row) => row.district,
                  cell: (row) => row.district || words.otherDistrict,
                },
                { id: 'organisations', label: words.columns.organisations, cell: (row) => row.organisations.join(', ') },
                {
                  id: 'stories',
                  label: words.columns.stories,
                  isNumber: true,
                  by: (row) => row.stories,
                  cell: (row) => format.number(row.stories),
                },
                {
                  id: 'last',
                  label: words.columns.last,
                  by: (row) => row.last?.day ?? null,
                  cell: (row) =>
                    row.last ? (
                      `№ ${row.last.serial}, ${format.date(row.last.day)}`
                    ) : (
                      <span className={styles.missing}>{words.never}</span>
                    ),
                },
                {
                  id: 'missed',
                  label: words.columns.missed,
                  isNumber: true,
                  by: (row) => row.missed,
                  cell: (row) => (row.last ? format.number(row.missed) : ''),
                },
              ]}
              rows={shown}
              keyOf={(row) => row.region}
            />
          </ScreenPart>
        </>
      )}
    </ScreenFrame>
  )
}
