import type { ReactNode } from 'react'
import { AuthorScreen } from '../features/author/AuthorScreen.tsx'
import { CalendarScreen } from '../features/calendar/CalendarScreen.tsx'
import type { DateForm } from '../features/calendar/calendar-model.ts'
import { IdeaScreen } from '../features/idea/IdeaScreen.tsx'
import { GeographyScreen } from '../features/region/GeographyScreen.tsx'
import { EventDialog } from '../features/rubric/EventDialog.tsx'
import { ProjectDialog } from '../features/rubric/ProjectDialog.tsx'
import { RubricScreen } from '../features/rubric/RubricScreen.tsx'
import { ArchiveScreen } from '../features/search/ArchiveScreen.tsx'
import { useText } from '../i18n/text.tsx'
import styles from './PlanningScreen.module.css'
import { hrefOf, type PlanningPart, planningParts } from './router.ts'

/** Events and projects are of the catalogue: so are their forms, wherever they are opened. */
const dateForm = (form: DateForm, onClose: () => void): ReactNode =>
  form.kind === 'event' ? (
    <EventDialog event={form.of} day={form.day} onClose={onClose} />
  ) : (
    <ProjectDialog project={form.of} day={form.day} onClose={onClose} />
  )

const Part = ({ part }: { readonly part: PlanningPart | null }) => {
  switch (part) {
    case 'archive':
      return <ArchiveScreen />
    case 'rubrics':
      return <RubricScreen />
    case 'geography':
      return <GeographyScreen />
    case 'ideas':
      return <IdeaScreen />
    case 'authors':
      return <AuthorScreen />
    default:
      return <CalendarScreen dateForm={dateForm} />
  }
}

/** «Календарь» with what else is planned from week to week. */
export const PlanningScreen = ({ part }: { readonly part: PlanningPart | null }) => {
  const words = useText().app.planning
  const link = (to: PlanningPart | null, label: string) => (
    <a
      key={label}
      href={hrefOf(to === null ? { section: 'calendar' } : { section: 'calendar', part: to })}
      {...(to === part ? { 'aria-current': 'page' as const } : {})}
    >
      {label}
    </a>
  )
  return (
    <div className={styles.planning}>
      <nav className={styles.parts} aria-label={words.label}>
        {link(null, words.issues)}
        {planningParts.map((each) => link(each, words.parts[each]))}
      </nav>
      <div className={styles.shown}>
        <Part part={part} />
      </div>
    </div>
  )
}
