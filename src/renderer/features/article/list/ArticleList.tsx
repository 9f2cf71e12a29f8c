import { ArrowDown, ArrowUp } from 'lucide-react'
import { Fragment, useMemo, useRef, useState } from 'react'
import {
  Cell,
  Collection,
  Column,
  Row,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  TableLoadMoreItem,
  Virtualizer,
} from 'react-aria-components'
import type { Failure } from '../../../../shared/api/result.ts'
import { articleApi } from '../../../../shared/article/api.ts'
import { useClient, useQuery } from '../../../api/hooks.tsx'
import { hrefOf, navigate } from '../../../app/router.ts'
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
import { WorkScreen } from '../../../ui/WorkScreen.tsx'
import styles from './ArticleList.module.css'
import { CreateButton } from './CreateButton.tsx'
import { type ArticleSort, minWidths, newestFirst, type Scope, scopes, sortKeys, widths } from './columns.ts'
import { useArticlePages } from './use-article-pages.ts'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const
/** Two lines of text, in pixels; and one of small type. */
const rowHeight = 52
const headingHeight = 30
const cell = styles.cell ?? ''
const numberCell = `${cell} ${styles.number}`
const edges: Readonly<Record<string, string | undefined>> = { status: styles.first, photos: styles.last }
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
  const table = useRef<HTMLDivElement>(null)
  const {
    loaded,
    failure: unread,
    loading,
    loadMore,
    refresh,
  } = useArticlePages({
    ...{ scope, find, issue: issue?.serial ?? null },
    sort: sort ?? newestFirst,
  })
  const placed = useQuery(articleApi.list, issue ? { issue: issue.serial } : null, ['article', 'issue'])
  const foreign = useQuery(articleApi.foreign, {}, ['article'])
  const shown = useMemo(() => {
    const overset = new Map(placed.value?.map((article) => [article.id, article.overset]))
    return loaded?.items.map((article) => ({ ...article, overset: overset.get(article.id) ?? null })) ?? []
  }, [loaded, placed.value])

  /** Another order or choice is another list: it is read from its beginning. */
  const toTop = () => table.current?.scrollTo({ top: 0 })

  const create = async (rubric: string) => {
    const created = await client.call(articleApi.create, { rubric })
    if (created.ok) navigate({ section: 'article', article: created.value.id })
    else setFailure(created.failure)
  }

  return (
    <WorkScreen
      title={text.article.title}
      beside={
        <span className={styles.count} role="status">
          {loaded && words.count(loaded.total, loaded.all)}
        </span>
      }
      actions={
        <>
          <a href={hrefOf({ section: 'media', medium: null })}>{text.media.title}</a>
          {!workspace.readOnly && <CreateButton onCreate={(rubric) => void create(rubric)} />}
        </>
      }
    >
      {loaded?.all !== 0 && (
        <search className={styles.filters}>
          <div className={styles.find}>
            <Field
              label={words.find}
              value={find}
              onChange={(typed) => {
                setFind(typed)
                toTop()
              }}
            />
          </div>
          <Select
            label={words.scope}
            value={scope}
            onChange={(chosen) => {
              setScope(chosen)
              toTop()
            }}
            options={scopes.map((id) => ({ id, label: words.scopes[id] }))}
          />
        </search>
      )}
      {failure && <FailureMessage failure={failure} />}
      {unread && <FailureMessage failure={unread} onAction={refresh} />}
      {foreign.value !== null && foreign.value.length > 0 && (
        <p className={styles.foreign}>
          {words.foreign}{' '}
          {foreign.value.map(({ id, headline }, at) => (
            <Fragment key={id}>
              {at > 0 && ', '}
              <a href={hrefOf({ section: 'article', article: id })}>{headline || text.article.untitled}</a>
            </Fragment>
          ))}
        </p>
      )}
      {loaded?.all === 0 && (
        <EmptyState action={<a href={hrefOf({ section: 'issue' })}>{words.toImport}</a>}>{words.empty}</EmptyState>
      )}
      {loaded && loaded.all > 0 && loaded.total === 0 && (
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
        <Virtualizer layout={TableLayout} layoutOptions={{ rowHeight, headingHeight, loaderHeight: rowHeight }}>
          <Table
            ref={table}
            aria-label={words.label}
            className={styles.table ?? ''}
            sortDescriptor={{ column: sort?.by ?? '', direction: sort?.descending ? 'descending' : 'ascending' }}
            onSortChange={({ column, direction }) => {
              const by = sortKeys.find((key) => key === column)
              if (!by) return
              setSort({ by, descending: direction === 'descending' })
              toTop()
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
                  width={widths[key]}
                  minWidth={minWidths[key] ?? null}
                  className={[styles.column, numeric.includes(key) && styles.number, edges[key]].filter(Boolean).join(' ')}
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
              <Collection items={shown} dependencies={[issue?.serial, text]}>
                {(article) => (
                  <Row id={article.id} className={styles.row ?? ''} textValue={article.headline || text.article.untitled}>
                    <Cell className={`${cell} ${styles.first}`}>
                      <StatusMark status={article.status} word />
                      <LateMark status={article.status} deadline={article.deadline} />
                      {article.changedAfterApproval && (
                        <div className={styles.changed}>{text.vocabulary.changedAfterApproval}</div>
                      )}
                    </Cell>
                    <Cell className={cell}>
                      <span
                        className={`${styles.lines} ${article.headline ? styles.story : styles.untitled}`}
                        title={article.headline}
                      >
                        {article.headline || text.article.untitled}
                      </span>
                    </Cell>
                    <Cell className={cell}>
                      <span className={styles.lines} title={article.rubric}>
                        {article.rubric}
                      </span>
                    </Cell>
                    <Cell className={cell}>
                      <span className={styles.lines} title={article.byline}>
                        {article.byline}
                      </span>
                    </Cell>
                    <Cell className={cell}>
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
                    <Cell className={numberCell}>{article.overset !== null && <Overset overset={article.overset} />}</Cell>
                    <Cell className={numberCell}>{format.number(article.characters)}</Cell>
                    <Cell className={`${numberCell} ${styles.last}`}>
                      {article.photos > 0 ? format.number(article.photos) : ''}
                    </Cell>
                  </Row>
                )}
              </Collection>
              <TableLoadMoreItem
                onLoadMore={loadMore}
                isLoading={loading && shown.length < (loaded?.total ?? 0)}
                scrollOffset={2}
              >
                <span className={styles.dim}>{words.loading}</span>
              </TableLoadMoreItem>
            </TableBody>
          </Table>
        </Virtualizer>
      )}
    </WorkScreen>
  )
}
