import { useState } from 'react'
import { type Failure, type Result, success } from '../../../shared/api/result.ts'
import { assignmentApi, type IssueTimes } from '../../../shared/assignment/api.ts'
import { audiences } from '../../../shared/assignment/assignment.ts'
import { authorApi } from '../../../shared/author/api.ts'
import { authorSchema } from '../../../shared/author/author.ts'
import { compareText } from '../../../shared/language/sorting.ts'
import { useClient } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { ComboField } from '../../ui/ComboField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './AssignmentDialog.module.css'
import { type AssignmentDraft, faultsOf, none, orderOf } from './assignment-draft.ts'
import { PeopleChoice } from './PeopleChoice.tsx'

interface AssignmentFormProps {
  /** Null for a new topic. */
  readonly article: string | null
  /** Nobody has it yet, so that it can be handed out. */
  readonly isTopic: boolean
  readonly initial: AssignmentDraft
  readonly times: Readonly<Record<string, IssueTimes>>
  /** What is offered where other words may be typed, and the projects a story may belong to. */
  readonly choices: {
    readonly rubrics: readonly string[]
    readonly regions: readonly string[]
    readonly projects: readonly { readonly id: string; readonly name: string }[]
    readonly authors: readonly { readonly id: string; readonly name: string }[]
  }
  readonly onClose: () => void
}

/** Id of the card of an author by the name that was typed; a name nobody has yet gets a card. Null for no name. */
const cardOf = async (
  client: ReturnType<typeof useClient>,
  authors: AssignmentFormProps['choices']['authors'],
  typed: string,
): Promise<Result<string | null>> => {
  const name = typed.trim()
  const known = name === '' ? null : authors.find((author) => compareText(author.name, name) === 0)
  if (known !== undefined) return success(known?.id ?? null)
  const saved = await client.call(authorApi.save, { ...authorSchema.parse({ id: 'new', name }), id: null })
  return saved.ok ? success(saved.value.id) : saved
}

const audienceChoices = [none, ...audiences] as const

type Written = Exclude<keyof AssignmentDraft, 'people' | 'audience'>

/** The fields of an assignment over what is known of it. */
export const AssignmentForm = ({ article, isTopic, initial, times, choices, onClose }: AssignmentFormProps) => {
  const messages = useText()
  const text = messages.assignment
  const format = useFormat()
  const client = useClient()
  const { may, person, issues } = useSession()
  const [draft, setDraft] = useState(initial)
  const [author, setAuthor] = useState(() => choices.authors.find(({ id }) => id === initial.author)?.name ?? '')
  const [left, setLeft] = useState<ReadonlySet<keyof AssignmentDraft>>(new Set())
  const [failure, setFailure] = useState<Failure | null>(null)
  const [working, setWorking] = useState(false)
  const mayGive = person !== null && may('giveAssignment')
  const faults = faultsOf(draft, Date.now())
  const schedule = times[draft.issue]

  const set = (change: Partial<AssignmentDraft>) => setDraft((before) => ({ ...before, ...change }))
  const field = (name: Written, error: string) => ({
    value: draft[name],
    onChange: (value: string) => set({ [name]: value }),
    onLeave: () => setLeft((before) => new Set([...before, name])),
    error: left.has(name) && faults.has(name) ? error : null,
  })
  const moment = (name: 'deadline' | 'editDue' | 'proofreadDue' | 'layoutDue', at: number | undefined) => ({
    ...field(name, text.momentError),
    hint: at === undefined ? text.deadlineHint : text.deadlineOfIssue(format.comingMoment(at, Date.now())),
  })

  const save = async (give: boolean) => {
    setLeft(new Set([...left, ...faults]))
    const order = orderOf(draft, Date.now())
    if (order === null || working) return
    setWorking(true)
    const card = await cardOf(client, choices.authors, author)
    if (!card.ok) {
      setWorking(false)
      return setFailure(card.failure)
    }
    const { headline, assignment, ...others } = order
    const rest = { ...others, assignment: { ...assignment, author: card.value } }
    const outcome =
      article === null
        ? await client.call(assignmentApi.create, { headline, ...rest, give })
        : await client.call(assignmentApi.update, { article, ...rest, give })
    setWorking(false)
    if (outcome.ok) onClose()
    else setFailure(outcome.failure)
  }

  const open = issues.filter(({ status, serial }) => status === 'planned' || status === 'inProgress' || serial === draft.issue)
  const gives = isTopic && mayGive
  return (
    <Dialog
      title={article === null ? text.newTopic : text.title}
      isOpen
      wide
      onClose={onClose}
      onSubmit={() => void save(gives)}
      actions={
        <>
          <Button onPress={onClose}>{messages.ui.cancel}</Button>
          {gives && (
            <Button onPress={() => void save(false)} isDisabled={working}>
              {article === null ? text.toTopics : text.save}
            </Button>
          )}
          <Button kind="primary" type="submit" isDisabled={working}>
            {gives ? text.give : article === null ? text.toTopics : text.save}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {article === null ? (
          <Field label={text.headline} {...field('headline', text.headlineError)} autoFocus />
        ) : (
          <p className={styles.headline}>{draft.headline}</p>
        )}
        <div className={styles.pair}>
          <ComboField label={text.rubric} value={draft.rubric} onChange={(rubric) => set({ rubric })} options={choices.rubrics} />
          <Select
            label={text.issue}
            options={[
              { id: none, label: text.noIssue },
              ...open.map(({ serial, plannedFor }) => ({
                id: serial,
                label: `${messages.app.issueTitle(serial)}, ${format.day(plannedFor)}`,
              })),
            ]}
            value={draft.issue}
            onChange={(issue) => set({ issue })}
          />
        </div>
        <PeopleChoice chosen={draft.people} onChange={(people) => set({ people })} />
        {mayGive && (
          <ComboField
            label={text.author}
            value={author}
            onChange={setAuthor}
            options={choices.authors.map(({ name }) => name)}
            hint={text.authorHint}
          />
        )}
        <div className={styles.trio}>
          <Field label={text.deadline} {...moment('deadline', schedule?.file)} />
          <Field label={text.lines} {...field('lines', text.numberError)} />
          <Field label={text.characters} {...field('characters', text.numberError)} />
        </div>
        <Field label={text.photos} {...field('photos', '')} hint={text.photosHint} />
        <div className={styles.pair}>
          <Select
            label={text.audience}
            options={audienceChoices.map((id) => ({ id, label: text.audiences[id] }))}
            value={draft.audience}
            onChange={(audience) => set({ audience })}
          />
          <ComboField
            label={text.region}
            value={draft.region}
            onChange={(region) => set({ region })}
            options={choices.regions}
            hint={text.regionHint}
          />
        </div>
        {choices.projects.length > 0 && (
          <Select
            label={text.project}
            options={[{ id: none, label: text.noProject }, ...choices.projects.map(({ id, name }) => ({ id, label: name }))]}
            value={draft.project}
            onChange={(project) => set({ project })}
          />
        )}
        <Field label={text.note} {...field('note', '')} lines={3} />
        <details className={styles.stages}>
          <summary>{text.stages}</summary>
          <p className={styles.hint}>{text.stagesHint}</p>
          <div className={styles.trio}>
            <Field label={text.editDue} {...moment('editDue', schedule?.edit)} />
            <Field label={text.proofreadDue} {...moment('proofreadDue', schedule?.proofread)} />
            <Field label={text.layoutDue} {...moment('layoutDue', schedule?.layout)} />
          </div>
        </details>
        {failure && <FailureMessage failure={failure} />}
      </div>
    </Dialog>
  )
}
