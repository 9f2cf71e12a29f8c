import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { type ListedEvent, type ListedProject, type ListedRubric, rubricApi } from '../../../shared/rubric/api.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { RecordName } from '../../ui/RecordName.tsx'
import { ScreenFrame, ScreenPart } from '../../ui/ScreenFrame.tsx'
import { SortTable } from '../../ui/SortTable.tsx'
import { EventDialog } from './EventDialog.tsx'
import { EventTable } from './EventTable.tsx'
import { ProjectDialog } from './ProjectDialog.tsx'
import { RubricDialog } from './RubricDialog.tsx'
import styles from './RubricScreen.module.css'
import { RubricTable } from './RubricTable.tsx'

/** The thing whose form is open; null makes a new one. */
type Editing =
  | { readonly kind: 'rubric'; readonly of: ListedRubric | null; readonly name?: string }
  | { readonly kind: 'project'; readonly of: ListedProject | null }
  | { readonly kind: 'event'; readonly of: ListedEvent | null }

/** «Рубрики и проекты»: what the newspaper keeps up, what it follows, and what is coming. */
export const RubricScreen = () => {
  const words = useText().rubric
  const format = useFormat()
  const client = useClient()
  const { workspace } = useSession()
  const query = useQuery(rubricApi.read, {}, ['rubric', 'article', 'issue', 'workflow', 'calendar', 'staff', 'settings'])
  const [editing, setEditing] = useState<Editing | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const catalogue = query.value
  if (!catalogue) return query.failure && <FailureMessage failure={query.failure} onAction={query.refresh} />
  const { rubrics, projects, events, strangers } = catalogue
  const mayChange = catalogue.mayChange && !workspace.readOnly
  const close = () => setEditing(null)
  const propose = async (event: ListedEvent, give: boolean) => {
    const made = await client.call(rubricApi.propose, { event: event.id, give })
    setFailure(made.ok ? null : made.failure)
  }
  const date = (day: string | null) => (day === null ? '' : format.typedDay(day))
  return (
    <ScreenFrame title={words.title}>
      {[query.failure, failure].map((each) => each && <FailureMessage key={each.what} failure={each} />)}
      <ScreenPart
        title={words.rubrics}
        actions={mayChange && <Button onPress={() => setEditing({ kind: 'rubric', of: null })}>{words.newRubric}</Button>}
      >
        {rubrics.length === 0 ? (
          <EmptyState>{words.noRubrics}</EmptyState>
        ) : (
          <RubricTable rubrics={rubrics} onOpen={mayChange ? (of) => setEditing({ kind: 'rubric', of }) : null} />
        )}
        {mayChange && strangers.length > 0 && (
          <div className={styles.strangers}>
            {words.strangers}
            {strangers.map((name) => (
              <Button
                key={name}
                kind="flat"
                aria-label={words.adopt(name)}
                onPress={() => setEditing({ kind: 'rubric', of: null, name })}
              >
                {name}
              </Button>
            ))}
          </div>
        )}
      </ScreenPart>
      <ScreenPart
        title={words.events}
        actions={mayChange && <Button onPress={() => setEditing({ kind: 'event', of: null })}>{words.newEvent}</Button>}
      >
        {events.length === 0 ? (
          <EmptyState>{words.noEvents}</EmptyState>
        ) : (
          <EventTable
            events={events}
            mayGive={mayChange}
            isReadOnly={workspace.readOnly}
            onOpen={mayChange ? (of) => setEditing({ kind: 'event', of }) : null}
            onPropose={(event, give) => void propose(event, give)}
          />
        )}
      </ScreenPart>
      <ScreenPart
        title={words.projects}
        actions={mayChange && <Button onPress={() => setEditing({ kind: 'project', of: null })}>{words.newProject}</Button>}
      >
        {projects.length === 0 ? (
          <EmptyState>{words.noProjects}</EmptyState>
        ) : (
          <SortTable
            label={words.projects}
            columns={[
              {
                id: 'project',
                label: words.columns.project,
                by: (row) => row.name,
                cell: (row) => (
                  <RecordName
                    name={row.name}
                    note={row.note}
                    onOpen={mayChange ? () => setEditing({ kind: 'project', of: row }) : null}
                  />
                ),
              },
              { id: 'kind', label: words.columns.kind, by: (row) => words.kinds[row.kind], cell: (row) => words.kinds[row.kind] },
              { id: 'rhythm', label: words.columns.rhythm, cell: (row) => words.rhythms[row.rhythm] },
              {
                id: 'dates',
                label: words.columns.dates,
                by: (row) => row.from,
                cell: (row) => (row.closed ? words.closedProject : words.dates(date(row.from), date(row.to))),
              },
              {
                id: 'stories',
                label: words.columns.stories,
                isNumber: true,
                by: (row) => row.stories,
                cell: (row) => format.number(row.stories),
              },
            ]}
            rows={projects}
            keyOf={(row) => row.id}
          />
        )}
      </ScreenPart>
      {editing?.kind === 'rubric' && <RubricDialog rubric={editing.of} name={editing.name ?? ''} onClose={close} />}
      {editing?.kind === 'project' && <ProjectDialog project={editing.of} onClose={close} />}
      {editing?.kind === 'event' && <EventDialog event={editing.of} onClose={close} />}
    </ScreenFrame>
  )
}
