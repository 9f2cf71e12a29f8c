/** States of an article; labels and order as in the vocabulary. */
export const articleStatuses = [
  'pitch',
  'assigned',
  'inProgress',
  'filed',
  'edited',
  'proofread',
  'approved',
  'published',
  'onHold',
  'spiked',
] as const
export type ArticleStatus = (typeof articleStatuses)[number]

export const workflowActions = [
  'assign',
  'start',
  'file',
  'edit',
  'proofread',
  'approve',
  'return',
  'hold',
  'resume',
  'spike',
  'restore',
] as const
export type WorkflowAction = (typeof workflowActions)[number]

export const roles = [
  'editorInChief',
  'managingEditor',
  'issueEditor',
  'sectionEditor',
  'subEditor',
  'proofreader',
  'layoutArtist',
  'pictureEditor',
  'reporter',
  'stringer',
  'socialEditor',
] as const
export type Role = (typeof roles)[number]
