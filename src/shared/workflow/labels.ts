import type { ArticleStatus, WorkflowAction } from './states.ts'

/** States as people read them. */
export const statusLabels: Readonly<Record<ArticleStatus, string>> = {
  pitch: 'тема',
  assigned: 'задание',
  inProgress: 'в работе',
  filed: 'сдан',
  edited: 'отредактирован',
  proofread: 'вычитан',
  approved: 'утверждён',
  published: 'вышел',
  onHold: 'отложен',
  spiked: 'снят',
}

/** Actions as buttons and messages name them. */
export const actionLabels: Readonly<Record<WorkflowAction, string>> = {
  assign: 'дать задание',
  start: 'взять в работу',
  file: 'сдать',
  edit: 'отредактирован',
  proofread: 'вычитан',
  approve: 'утвердить',
  return: 'вернуть',
  hold: 'отложить',
  resume: 'вернуть из отложенных',
  spike: 'снять',
  restore: 'восстановить',
}
