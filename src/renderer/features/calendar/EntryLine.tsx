import { CalendarX2, Check, CircleDashed, Clock3, Flag, Newspaper, Printer, Send, Star, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { daysBetween } from '../../../shared/calendar/day.ts'
import { useFormat, useText } from '../../i18n/text.tsx'
import { classes } from '../../ui/classes.ts'
import { type DayEntry, slotWord } from './calendar-model.ts'
import styles from './EntryLine.module.css'

const icon = { size: 14, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

interface Words {
  readonly mark: ReactNode
  /** What it is about; the serial in the reader's voice. */
  readonly about: string
  /** Which date it is, said in words. */
  readonly word: string
  readonly tone: string | undefined
}

const useWords = (entry: DayEntry): Words => {
  const text = useText()
  const words = text.calendar
  const format = useFormat()
  const { time } = format
  switch (entry.kind) {
    case 'plannedFor': {
      const { serial, title } = entry.issue
      const word = entry.isPast ? words.plannedForPast : words.plannedFor
      const about = title === '' ? words.issue(serial) : `${words.issue(serial)} ${title}`
      return { mark: <Newspaper {...icon} />, about, word, tone: entry.isPast ? styles.late : styles.planned }
    }
    case 'publishedAt':
      return {
        mark: <Check {...icon} strokeWidth={2} />,
        about: words.issue(entry.issue.serial),
        word: words.publishedAt,
        tone: styles.published,
      }
    case 'pressAt':
      return {
        mark: <Printer {...icon} />,
        about: words.issue(entry.issue.serial),
        word: words.pressAt(time(entry.at)),
        tone: styles.press,
      }
    case 'deadline':
      return {
        mark: <Clock3 {...icon} />,
        about: '',
        word: words.deadline(time(entry.at), entry.name),
        tone: styles.quiet,
      }
    case 'slot': {
      const word = slotWord(entry.slot)
      const mark =
        word === 'undecided' ? (
          <TriangleAlert {...icon} />
        ) : word === 'slot' ? (
          <CircleDashed {...icon} />
        ) : (
          <CalendarX2 {...icon} />
        )
      const about = entry.slot.serial === null ? '' : words.issue(entry.slot.serial)
      return { mark, about, word: words[word], tone: word === 'undecided' ? styles.undecided : styles.slot }
    }
    case 'sending': {
      const { kind, at, headline } = entry.sending
      const isOut = kind === 'publishedAt'
      return {
        mark: isOut ? <Send {...icon} /> : <Clock3 {...icon} />,
        about: headline,
        word: isOut ? words.sentAt(time(at)) : words.scheduledAt(time(at)),
        tone: isOut ? styles.quiet : styles.press,
      }
    }
    case 'event': {
      const { name, made } = entry.event
      return { mark: <Star {...icon} />, about: name, word: made ? words.eventWithTopic : words.event, tone: styles.date }
    }
    case 'project': {
      const { name, kind, begins, ends } = entry.project
      const number = daysBetween(begins, entry.day) + 1
      const word = words.projectDay(text.rubric.kinds[kind], number, daysBetween(begins, ends) + 1)
      return { mark: <Flag {...icon} />, about: name, word, tone: styles.date }
    }
  }
}

interface EntryLineProps {
  readonly entry: DayEntry
  /** Whether long words go on in the next line instead of being cut. */
  readonly whole?: boolean
}

/** One thing of a day: its form, what it is about and which date it is. The only place that draws it. */
export const EntryLine = ({ entry, whole = false }: EntryLineProps) => {
  const { mark, about, word, tone } = useWords(entry)
  return (
    <span
      className={classes(styles.entry, whole && styles.whole, about === '' && styles.bare, tone)}
      title={[about, word].filter((part) => part !== '').join(' — ')}
    >
      <span className={styles.mark}>{mark}</span>
      {about !== '' && <span className={styles.about}>{about}</span>}
      <span className={styles.word}>{word}</span>
    </span>
  )
}
