import { type ChangeEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import { asTyped } from '../../../../shared/language/typography/typography.ts'
import { classes } from '../../../ui/classes.ts'
import { isTypingOn } from '../typography/use-typing-choice.ts'
import styles from './MarkedArea.module.css'
import './word-marks.css'
import { carryOver, type MarkedText, piecesOf } from './marked-text.ts'

/** What takes back and begins steps of undo. */
export interface AreaHistory {
  readonly undo: () => void
  readonly redo: () => void
  /** What comes now is a step of its own. */
  readonly endStep: () => void
}

interface MarkedAreaProps {
  readonly id: string
  /** What the tools for words know this area by. */
  readonly stretch: string
  readonly className: string | undefined
  readonly value: string
  readonly marks: readonly MarkedText[]
  readonly readOnly: boolean
  readonly area: RefObject<HTMLTextAreaElement | null>
  /** Takes the text as it was typed and where the caret is in it. */
  readonly onEdit: (typed: string, caret: number) => void
  readonly history: AreaHistory
  readonly onKeyDown?: (event: KeyboardEvent) => void
  readonly onBlur?: () => void
}

/** A letter that was typed just now, by itself and not by a keyboard that composes. */
const letterOf = ({ nativeEvent }: ChangeEvent): string | null =>
  nativeEvent instanceof InputEvent && nativeEvent.inputType === 'insertText' && !nativeEvent.isComposing
    ? nativeEvent.data
    : null

/**
 * A text beside the body with the same tools for words: marks under its words, typography as one types, one history of
 * undo. As high as its text, no higher. Behind it lies its mirror, the same words unseen, which bear the marks.
 */
export const MarkedArea = (props: MarkedAreaProps) => {
  const { id, stretch, className, value, marks, readOnly, area, onEdit, history, onKeyDown, onBlur } = props
  /** Was the last key set right, so that Backspace takes that back? */
  const justSet = useRef(false)
  const caret = useRef<number | null>(null)

  useLayoutEffect(() => {
    if (caret.current !== null && area.current?.value === value) area.current.setSelectionRange(caret.current, caret.current)
    caret.current = null
  }, [area, value])

  const onChange = (event: ChangeEvent<HTMLTextAreaElement>) => {
    const { value: typed, selectionStart: at } = event.target
    const letter = letterOf(event)
    const before = typed.slice(0, at)
    const change = letter !== null && isTypingOn() ? asTyped(before.slice(0, -letter.length), letter) : null
    onEdit(typed, at)
    justSet.current = change !== null
    if (!change) return
    // What was typed comes first, then what becomes of it: undo and Backspace take back only the second.
    history.endStep()
    const set = before.slice(0, before.length - change.remove) + change.insert
    caret.current = set.length
    onEdit(set + typed.slice(at), set.length)
    history.endStep()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const ctrl = (event.ctrlKey || event.metaKey) && !event.altKey
    const isBack = event.key === 'Backspace' && !event.ctrlKey && !event.altKey && !event.metaKey
    if (isBack && justSet.current) {
      event.preventDefault()
      history.undo()
    } else if (ctrl && (event.code === 'KeyZ' || event.code === 'KeyY')) {
      event.preventDefault()
      if (event.shiftKey || event.code === 'KeyY') history.redo()
      else history.undo()
    }
    if (!['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) justSet.current = false
    onKeyDown?.(event)
  }
  const pieces = piecesOf(
    value,
    marks.flatMap((marked) => carryOver(marked, value)),
  )
  return (
    <div className={styles.around}>
      <div aria-hidden className={classes(className, styles.mirror, 'marked-text')}>
        {pieces.map(({ from, text, look }) => (
          <span key={from} className={look}>
            {text}
          </span>
        ))}
      </div>
      <textarea
        ref={area}
        id={id}
        rows={1}
        data-stretch={stretch}
        className={classes(className, styles.area)}
        value={value}
        readOnly={readOnly}
        spellCheck={false}
        lang="ru"
        onChange={onChange}
        onKeyDown={onKey}
        onBlur={onBlur}
      />
    </div>
  )
}
