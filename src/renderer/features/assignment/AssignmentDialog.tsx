import { assignmentApi } from '../../../shared/assignment/api.ts'
import { authorApi } from '../../../shared/author/api.ts'
import { regionApi } from '../../../shared/region/api.ts'
import { rubricApi } from '../../../shared/rubric/api.ts'
import { useQuery } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { AssignmentForm } from './AssignmentForm.tsx'
import { draftOf, newDraft } from './assignment-draft.ts'

interface AssignmentDialogProps {
  /** Null for a new topic. */
  readonly article: string | null
  readonly onClose: () => void
}

/** «Новая тема» and «Задание»: who is to write what, how long and by when. */
export const AssignmentDialog = ({ article, onClose }: AssignmentDialogProps) => {
  const text = useText()
  const format = useFormat()
  const { issue } = useSession()
  const order = useQuery(assignmentApi.read, article === null ? null : { article })
  const times = useQuery(assignmentApi.times, {})
  const catalogue = useQuery(rubricApi.choices, {})
  const regions = useQuery(regionApi.names, {})
  const authors = useQuery(authorApi.list, {}, ['author'])
  const failure = order.failure ?? times.failure ?? authors.failure
  const isRead = times.value !== null && authors.value !== null && (article === null || order.value !== null)
  if (isRead)
    return (
      <AssignmentForm
        article={article}
        isTopic={order.value === null || order.value.status === 'pitch'}
        initial={order.value ? draftOf(order.value, format) : newDraft(issue?.serial ?? null, format)}
        times={times.value ?? {}}
        choices={{
          rubrics: catalogue.value?.rubrics ?? [],
          projects: (catalogue.value?.projects ?? []).filter(
            ({ id, closed }) => !closed || id === order.value?.assignment.project,
          ),
          regions: regions.value ?? [],
          authors: authors.value?.authors ?? [],
        }}
        onClose={onClose}
      />
    )
  return (
    <Dialog
      title={article === null ? text.assignment.newTopic : text.assignment.title}
      isOpen
      wide
      onClose={onClose}
      actions={<Button onPress={onClose}>{text.ui.cancel}</Button>}
    >
      {failure ? <FailureMessage failure={failure} onAction={order.refresh} /> : <p>{text.assignment.loading}</p>}
    </Dialog>
  )
}
