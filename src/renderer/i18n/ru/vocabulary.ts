import { deliveryLabels } from '../../../shared/publishing/labels.ts'
import { roleLabels } from '../../../shared/staff/labels.ts'
import { actionLabels, statusLabels } from '../../../shared/workflow/labels.ts'
import type { ArticleStatus, WorkflowAction } from '../../../shared/workflow/states.ts'

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('ru') + text.slice(1)

/** What things are called everywhere on screen. */
export const vocabulary = {
  articleStatus: statusLabels,
  articleLetter: {
    pitch: 'Т',
    assigned: 'З',
    inProgress: 'Р',
    filed: 'С',
    edited: 'О',
    proofread: 'В',
    approved: 'У',
    published: null,
    onHold: null,
    spiked: null,
  } satisfies Record<ArticleStatus, string | null>,
  returned: 'возвращён',
  /** An action as a button says it. */
  action: (action: WorkflowAction): string => capitalised(actionLabels[action]),
  changeDone: { edit: 'исправлено', remove: 'отозвано' },
  delivery: deliveryLabels,
  role: roleLabels,
  page: {
    planned: 'план',
    inLayout: 'вёрстка',
    inProof: 'корректура',
    inCorrection: 'правка',
    inRevision: 'сверка',
    signed: 'подписана',
    sentToPrinter: 'в типографии',
  },
  issueStatus: {
    planned: 'план',
    inProgress: 'в работе',
    signed: 'подписан в печать',
    atPrinter: 'в типографии',
    published: 'вышел',
    archived: 'в архиве',
  },
  changedAfterApproval: 'изменён после подписи',
} as const
