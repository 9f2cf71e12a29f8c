import { addDays, type Day } from '../../../shared/calendar/day.ts'
import type { DatedProject, ListedEvent } from '../../../shared/rubric/api.ts'
import { hrefOf } from '../../app/router.ts'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import styles from './DayPanel.module.css'
import type { CalendarActions } from './use-calendar-actions.ts'

/** An event is news for so many days; later it makes no topic any more. */
const newsDays = 14

interface Fact {
  readonly name: string
  readonly value: string
}

const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className={styles.facts}>
    {facts.flatMap(({ name, value }) =>
      value === '' ? [] : [<dt key={name}>{name}</dt>, <dd key={`${name} value`}>{value}</dd>],
    )}
  </dl>
)

interface EventDetailProps {
  readonly event: ListedEvent
  readonly today: Day
  readonly actions: CalendarActions
  readonly isReadOnly: boolean
  /** Opens its form; null where the person may not change it, nor give assignments. */
  readonly onChange: (() => void) | null
}

/** What is known of an event on one of its days, and the topics it makes. */
export const EventDetail = ({ event, today, actions, isReadOnly, onChange }: EventDetailProps) => {
  const { calendar, rubric } = useText()
  const { id, name, on, made, issue, topic } = event
  const proposes = !isReadOnly && made === null && addDays(on, newsDays) >= today
  const words = calendar.dates
  const facts = [
    { name: words.topic, value: topic },
    { name: words.rubric, value: event.rubric },
    { name: words.region, value: event.region },
    { name: words.issue, value: made || !proposes ? '' : issue === null ? words.noIssue : words.inIssue(issue) },
  ]
  return (
    <>
      <Facts facts={facts} />
      {made && <a href={hrefOf({ section: 'article', article: made.article })}>{rubric.openStory(made.headline)}</a>}
      <div className={styles.buttons}>
        {proposes && (
          <Button aria-label={rubric.proposeOf(name)} onPress={() => void actions.propose(id, on, false)}>
            {calendar.propose}
          </Button>
        )}
        {proposes && onChange && (
          <Button aria-label={rubric.giveOf(name)} onPress={() => void actions.propose(id, on, true)}>
            {rubric.give}
          </Button>
        )}
        {onChange && (
          <Button kind="flat" aria-label={calendar.changeEvent(name)} onPress={onChange}>
            {calendar.change}
          </Button>
        )}
      </div>
    </>
  )
}

interface ProjectDetailProps {
  readonly project: DatedProject
  /** Opens its form; null where the person may not change it. */
  readonly onChange: (() => void) | null
}

/** What is known of a project at one of its times. */
export const ProjectDetail = ({ project, onChange }: ProjectDetailProps) => {
  const { calendar, rubric } = useText()
  const format = useFormat()
  const { begins, ends } = project
  const words = calendar.dates
  const facts = [
    { name: words.days, value: begins === ends ? '' : `${format.date(begins)} — ${format.date(ends)}` },
    { name: words.rhythm, value: rubric.rhythms[project.rhythm] },
    { name: words.rubric, value: project.rubric },
  ]
  return (
    <>
      <Facts facts={facts} />
      {onChange && (
        <div className={styles.buttons}>
          <Button kind="flat" aria-label={calendar.changeProject(project.name)} onPress={onChange}>
            {calendar.change}
          </Button>
        </div>
      )}
    </>
  )
}
