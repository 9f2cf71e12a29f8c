import { useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { findChange } from '../../../../shared/article/text-diff.ts'
import { useClient } from '../../../api/hooks.tsx'
import { useText } from '../../../i18n/text.tsx'
import type { Desk } from '../desk/desk.ts'
import { rangeOfLine, type TextHit } from './hit.ts'
import {
  movedRanges,
  numberOf,
  type Passage,
  type PassageText,
  passageOf,
  passagesOf,
  readPassage,
  samePassage,
  type TextRange,
  wholeWords,
  withoutRange,
  withRange,
} from './passage.ts'
import { type OpenText, openText, savePassage, turnPassage } from './passage-store.ts'

/** A passage that is being edited over its page. */
export interface PassageEditing {
  readonly page: number
  readonly article: string
  readonly passage: Passage
  /** Its number in the reading order of the page. */
  readonly block: number
  /** Which of the story's passages it is, from 1, and how many there are. */
  readonly at: number
  readonly of: number
  readonly value: PassageText
  /** What is selected when it opens. */
  readonly selection: TextRange
}

interface Opened {
  readonly text: OpenText
  readonly editing: PassageEditing
}

/** Edits the text of a story where it stands on its page; every edit is a step of the desk. */
export const usePassage = (desk: Desk) => {
  const client = useClient()
  const words = useText().page.passage
  const [opened, setOpened] = useState<Opened | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)

  const editingOf = (text: OpenText, page: number, passage: Passage, line: string): PassageEditing | null => {
    const value = readPassage(text.content, passage)
    const all = passagesOf(text.content)
    const at = all.findIndex((each) => samePassage(each, passage))
    if (value === null || at < 0) return null
    const end = value.text.length
    return {
      page,
      article: text.article,
      passage,
      block: numberOf(text.content, passage),
      at: at + 1,
      of: all.length,
      value,
      selection: rangeOfLine(value.text, line) ?? { from: end, to: end },
    }
  }

  const open = async (page: number, hit: TextHit): Promise<void> => {
    const answer = await openText(client, hit.article, words)
    if (!answer.ok) {
      setFailure(answer.failure)
      return
    }
    const passage = passageOf(answer.value.content, hit.block)
    const editing = passage === null ? null : editingOf(answer.value, page, passage, hit.line)
    setFailure(null)
    setOpened(editing === null || answer.value.readOnly ? null : { text: answer.value, editing })
  }

  const change = (value: PassageText): void => {
    if (opened !== null) setOpened({ ...opened, editing: { ...opened.editing, value } })
  }

  /** Writes what was changed; true when it is on disk or nothing was changed. */
  const save = async (): Promise<boolean> => {
    if (opened === null) return true
    const { text, editing } = opened
    const { article } = editing
    const answer = await savePassage(client, text, editing.passage, editing.value)
    setFailure(answer.ok ? null : answer.failure)
    if (!answer.ok) return false
    const edit = answer.value
    if (edit !== null)
      desk.remember(words.step, {
        undo: () => turnPassage(client, article, edit, 'undo', words),
        redo: () => turnPassage(client, article, edit, 'redo', words),
      })
    return true
  }

  const close = (): void => {
    setOpened(null)
    setFailure(null)
  }

  return {
    editing: opened?.editing ?? null,
    failure,
    open,
    close,
    setText: (typed: string, caret: number | null) => {
      if (opened === null) return
      const { value } = opened.editing
      const clean = typed.replace(/\s*[\r\n]+\s*/g, ' ')
      const difference = findChange(value.text, clean, caret)
      if (difference !== null) change({ text: clean, leftOut: movedRanges(value.leftOut, difference) })
    },
    /** Leaves a range out of print; it stays in the article for the portal. */
    leaveOut: (range: TextRange) => {
      if (opened === null || range.to <= range.from) return
      const { value } = opened.editing
      change({ ...value, leftOut: withRange(value.leftOut, wholeWords(value.text, range)) })
    },
    putBack: (range: TextRange) => {
      if (opened === null) return
      const { value } = opened.editing
      change({ ...value, leftOut: withoutRange(value.leftOut, range) })
    },
    save: async () => {
      if (await save()) close()
    },
    /** Saves, and goes on to the passage before or after. */
    step: async (by: -1 | 1) => {
      if (opened === null) return
      const { page, article } = opened.editing
      const target = passagesOf(opened.text.content)[opened.editing.at - 1 + by]
      if (target === undefined || !(await save())) return
      const answer = await openText(client, article, words)
      const editing = answer.ok ? editingOf(answer.value, page, target, '') : null
      setOpened(answer.ok && editing !== null ? { text: answer.value, editing } : null)
    },
  }
}

export type PassageEditor = ReturnType<typeof usePassage>
