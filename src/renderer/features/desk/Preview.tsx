import { X } from 'lucide-react'
import { articleApi } from '../../../shared/article/api.ts'
import { emptyContent, plainText } from '../../../shared/article/content.ts'
import { assignmentApi } from '../../../shared/assignment/api.ts'
import { useQuery } from '../../api/hooks.tsx'
import { hrefOf } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { HoleNotice } from '../../pulling/HoleNotice.tsx'
import { useHole } from '../../pulling/use-hole.ts'
import { Button } from '../../ui/Button.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import styles from './Preview.module.css'
import { PutAside } from './PutAside.tsx'

interface PreviewProps {
  readonly article: string
  readonly onClose: () => void
}

/** Characters of the text that a glance takes in. */
const glance = 900

/** One article beside the desk: what was asked for, and how its text begins. */
export const Preview = ({ article, onClose }: PreviewProps) => {
  const messages = useText()
  const text = messages.myDesk
  const words = messages.assignment
  const format = useFormat()
  const { staff, openAssignment } = useSession()
  const pulling = useHole()
  const read = useQuery(articleApi.read, { id: article }, ['article', 'workflow'])
  const order = useQuery(assignmentApi.read, { article }, ['article', 'workflow'])
  if (read.failure) return <FailureMessage failure={read.failure} onAction={read.refresh} />
  if (!read.value || !order.value) return null
  const { summary, content } = read.value
  const { assignment, deadline } = order.value
  const body = plainText({ ...emptyContent, body: content.body }).trim()
  const names = assignment.people.map((id) => staff.find((member) => member.id === id)?.name ?? id).join(', ')
  const facts: readonly (readonly [string, string])[] = [
    [words.people, names],
    [words.deadline, deadline === null ? '' : format.comingMoment(deadline, Date.now())],
    [words.lines, assignment.lines === null ? '' : format.number(assignment.lines)],
    [words.characters, assignment.characters === null ? '' : format.number(assignment.characters)],
    [words.photos, assignment.photos],
    [words.audience, assignment.audience === null ? '' : words.audiences[assignment.audience]],
    [words.region, assignment.region],
    [words.note, assignment.note],
  ]
  const asked = facts.filter(([, value]) => value !== '')
  return (
    <section className={styles.preview} aria-label={text.preview}>
      <div className={styles.head}>
        <StatusMark status={summary.status} word />
        <IconButton icon={<X size={16} strokeWidth={1.5} absoluteStrokeWidth />} label={text.closePreview} onPress={onClose} />
      </div>
      <h2 className={styles.headline}>{summary.headline || text.untitled}</h2>
      {asked.length > 0 && (
        <dl className={styles.facts}>
          {asked.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <HoleNotice pulling={pulling} />
      <p className={styles.body}>{body === '' ? text.empty : body.length > glance ? `${body.slice(0, glance)}…` : body}</p>
      <div className={styles.acts}>
        <a className={styles.link} href={hrefOf({ section: 'article', article })}>
          {text.open}
        </a>
        <Button onPress={() => openAssignment(article)}>{text.assignment}</Button>
        <PutAside article={article} headline={summary.headline || text.untitled} onPulled={pulling.open} />
      </div>
    </section>
  )
}
