import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { authorApi } from '../../../shared/author/api.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { hrefOf } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { ScreenPart } from '../../ui/ScreenFrame.tsx'
import { Select } from '../../ui/Select.tsx'
import { SortTable } from '../../ui/SortTable.tsx'
import styles from './AuthorScreen.module.css'

/** «Строкаж номера»: lines and characters as the page engine sets them. */
export const LineageTables = () => {
  const words = useText().author
  const format = useFormat()
  const client = useClient()
  const { issue, issues, workspace } = useSession()
  const [chosen, setChosen] = useState<string | null>(null)
  const [file, setFile] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const serial = chosen ?? issue?.serial ?? null
  const query = useQuery(authorApi.lineage, serial === null ? null : { issue: serial }, [
    'article',
    'issue',
    'author',
    'settings',
  ])
  const lineage = query.value
  const sum = (of: 'lines' | 'characters') => (lineage?.authors ?? []).reduce((total, row) => total + row[of], 0)
  const save = async (of: string) => {
    const written = await client.call(authorApi.exportLineage, { issue: of })
    setFile(written.ok ? written.value.file : null)
    setFailure(written.ok ? null : written.failure)
  }
  const number = <K extends 'stories' | 'lines' | 'characters'>(id: K) => ({
    id,
    label: words.columns[id],
    isNumber: true,
    by: (row: Readonly<Record<K, number>>) => row[id],
    cell: (row: Readonly<Record<K, number>>) => format.number(row[id]),
  })
  return (
    <ScreenPart
      title={words.lineage}
      actions={
        serial !== null && (
          <>
            <Select
              label={words.issue}
              options={issues.map((one) => ({
                id: one.serial,
                label: words.issueOption(one.serial, format.date(one.plannedFor)),
              }))}
              value={serial}
              onChange={setChosen}
            />
            {!workspace.readOnly && (
              <Button onPress={() => void save(serial)} isDisabled={!lineage || lineage.stories.length === 0}>
                {words.export}
              </Button>
            )}
          </>
        )
      }
    >
      {file !== null && <p role="status">{words.exported(file)}</p>}
      {[query.failure, failure].map((each) => each && <FailureMessage key={each.what} failure={each} />)}
      {serial === null && <EmptyState>{words.noIssue}</EmptyState>}
      {lineage && lineage.stories.length === 0 && <EmptyState>{words.noStories}</EmptyState>}
      {lineage && lineage.stories.length > 0 && (
        <>
          <p className={styles.total}>{words.total(lineage.stories.length, sum('lines'), sum('characters'))}</p>
          <div className={styles.columns}>
            <SortTable
              label={words.byAuthor}
              columns={[
                {
                  id: 'author',
                  label: words.columns.author,
                  by: (row) => row.author || null,
                  cell: (row) => row.author || words.unsigned,
                },
                number('stories'),
                number('lines'),
                number('characters'),
              ]}
              rows={lineage.authors}
              keyOf={(row) => row.author}
            />
            <SortTable
              label={words.byStory}
              columns={[
                {
                  id: 'story',
                  label: words.columns.story,
                  by: (row) => row.headline || null,
                  cell: (row) => (
                    <a href={hrefOf({ section: 'article', article: row.article })}>{row.headline || words.untitled}</a>
                  ),
                },
                {
                  id: 'authors',
                  label: words.columns.author,
                  by: (row) => row.authors[0] ?? null,
                  cell: (row) => row.authors.join(', ') || words.unsigned,
                },
                { id: 'page', label: words.columns.page, isNumber: true, by: (row) => row.page, cell: (row) => row.page },
                number('lines'),
                number('characters'),
              ]}
              rows={lineage.stories}
              keyOf={(row) => row.article}
            />
          </div>
        </>
      )}
    </ScreenPart>
  )
}
