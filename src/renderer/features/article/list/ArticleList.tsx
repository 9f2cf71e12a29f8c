import { ArrowDown, ArrowUp, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components'
import type { Failure } from '../../../../shared/api/result.ts'
import { articleApi } from '../../../../shared/article/api.ts'
import { useClient, useQuery } from '../../../api/hooks.tsx'
import { navigate } from '../../../app/router.ts'
import { useSession } from '../../../app/session.tsx'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { Field } from '../../../ui/Field.tsx'
import { LateMark } from '../../../ui/LateMark.tsx'
import { Overset } from '../../../ui/Overset.tsx'
import { Select } from '../../../ui/Select.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import styles from './ArticleList.module.css'
import { type ArticleSort, type Scope, scopes, selectArticles, sortKeys } from './select-articles.ts'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const
const numeric: readonly string[] = ['overset', 'characters', 'photos']

/** Every article of the newsroom: filter, sort, open, begin a new one. */
export const ArticleList = () => {
  const text = useText()
  const format = useFormat()
  const words = text.article.list
  const client = useClient()
  const { workspace, issue } = useSession()
  const [scope, setScope] = useState<Scope>('all')
  const [find, setFind] = useState('')
  const [sort, setSort] = useState<ArticleSort | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const all = useQuery(articleApi.list, { issue: null }, ['article', 'issue', 'workflow'])
  const placed = useQuery(articleApi.list, issue ? { issue: issue.serial } : null, ['article', 'issue'])

  const articles = useMemo(() => {
    const overset = new Map(placed.value?.map((article) => [article.id, article.overset]))
    return (all.value ?? []).map((article) => ({ ...article, overset: overset.get(article.id) ?? article.overset }))
  }, [all.value, placed.value])
  const shown = useMemo(
    () => selectArticles(articles, { scope, find, issue: issue?.serial ?? null }, sort),
    [articles, scope, find, issue, sort],
  )

  const create = async () => {
    const created = await client.call(articleApi.create, {})
    if (created.ok) navigate({ section: 'article', article: created.value.id })
    else setFailure(created.failure)
  }

  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1>{text.article.title}</h1>
        <span className={styles.count} role="status">
          {all.value && words.count(shown.length, articles.length)}
        </span>
        <span className={styles.space} />
        {!workspace.readOnly && (
          <Button kind="primary" icon={<Plus {...icon} />} onPress={() => void create()}>
            {text.article.create}
          </Button>
        )}
      </header>
      <search className={styles.filters}>
        <div className={styles.find}>
          <Field label={words.find} value={find} onChange={setFind} />
        </div>
        <Select
          label={words.scope}
          value={scope}
          onChange={setScope}
          options={scopes.map((id) => ({ id, label: words.scopes[id] }))}
        />
      </search>
      {failure && <FailureMessage failure={failure} />}
      {all.failure && <FailureMessage failure={all.failure} onAction={all.refresh} />}
      {all.value && articles.length === 0 && <EmptyState>{words.empty}</EmptyState>}
      {articles.length > 0 && shown.length === 0 && (
        <EmptyState
          action={
            <Button
              onPress={() => {
                setScope('all')
                setFind('')
              }}
            >
              {words.showAll}
            </Button>
          }
        >
          {words.nothing}
        </EmptyState>
      )}
      {shown.length > 0 && (
        <div className={styles.scroll}>
          <Table
            aria-label={words.label}
            className={styles.table ?? ''}
            sortDescriptor={{ column: sort?.by ?? '', direction: sort?.descending ? 'descending' : 'ascending' }}
            onSortChange={({ column, direction }) => {
              const by = sortKeys.find((key) => key === column)
              if (by) setSort({ by, descending: direction === 'descending' })
            }}
            onRowAction={(id) => navigate({ section: 'article', article: String(id) })}
          >
            <TableHeader>
              {sortKeys.map((key) => (
                <Column
                  key={key}
                  id={key}
                  allowsSorting
                  isRowHeader={key === 'headline'}
                  className={`${styles.column} ${numeric.includes(key) ? styles.number : ''} ${styles[key] ?? ''}`}
                >
                  {({ sortDirection }) => (
                    <span className={styles.columnName}>
                      {words.columns[key]}
                      {sortDirection === 'ascending' && <ArrowUp {...icon} size={12} />}
                      {sortDirection === 'descending' && <ArrowDown {...icon} size={12} />}
                    </span>
                  )}
                </Column>
              ))}
            </TableHeader>
            <TableBody>
              {shown.map((article) => (
                <Row
                  key={article.id}
                  id={article.id}
                  className={styles.row ?? ''}
                  textValue={article.headline || text.article.untitled}
                >
                  <Cell>
                    <StatusMark status={article.status} word />
                    <LateMark status={article.status} deadline={article.deadline} />
                    {article.changedAfterApproval && <div className={styles.changed}>{text.vocabulary.changedAfterApproval}</div>}
                  </Cell>
                  <Cell>
                    <span className={article.headline ? styles.story : styles.untitled} title={article.headline}>
                      {article.headline || text.article.untitled}
                    </span>
                  </Cell>
                  <Cell>{article.rubric}</Cell>
                  <Cell>{article.byline}</Cell>
                  <Cell>
                    {article.issue !== null && article.page !== null ? (
                      article.issue === issue?.serial ? (
                        words.page(article.page)
                      ) : (
                        words.place(article.issue, article.page)
                      )
                    ) : (
                      <span className={styles.dim}>{words.noPlace}</span>
                    )}
                  </Cell>
                  <Cell className={styles.number ?? ''}>{article.overset !== null && <Overset overset={article.overset} />}</Cell>
                  <Cell className={styles.number ?? ''}>{format.number(article.characters)}</Cell>
                  <Cell className={styles.number ?? ''}>{article.photos > 0 ? format.number(article.photos) : ''}</Cell>
                </Row>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
    </div>
  )
}
