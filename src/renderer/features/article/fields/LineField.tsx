import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import type { ArticleField } from '../../../../shared/article/content.ts'
import { moveCaret, toSingleLine } from '../../../../shared/article/text-diff.ts'
import { bindText } from '../sync/text-binding.ts'
import type { FieldMarks } from '../words/field-marks.ts'
import { type AreaHistory, MarkedArea } from '../words/MarkedArea.tsx'
import styles from './LineField.module.css'

interface LineFieldProps {
  readonly field: ArticleField
  readonly label: string
  readonly text: Y.Text
  readonly look: 'headline' | 'deck' | 'small'
  readonly readOnly: boolean
  readonly marks: FieldMarks
  readonly history: AreaHistory
  /** Enter leads on: to the next field, to the text. */
  readonly onEnter: () => void
}

/** One line of the article that several people may type into at once; long ones wrap on screen. */
export const LineField = ({ field, label, text, look, readOnly, marks, history, onEnter }: LineFieldProps) => {
  const id = useId()
  const [binding, setBinding] = useState(() => bindText(text))
  const [value, setValue] = useState(binding.value)
  const area = useRef<HTMLTextAreaElement>(null)
  const caret = useRef<{ readonly shown: string; readonly at: readonly [number, number] } | null>(null)
  const marked = useSyncExternalStore(marks.subscribe, () => marks.of(field))

  useEffect(() => {
    const bound = bindText(text)
    setBinding(bound)
    setValue(bound.value())
    return bound.subscribe((changes) => {
      const { current } = area
      const shown = bound.value()
      if (current && document.activeElement === current) {
        const move = (at: number) => changes.reduce(moveCaret, at)
        caret.current = { shown, at: [move(current.selectionStart), move(current.selectionEnd)] }
      }
      setValue(shown)
    })
  }, [text])

  useLayoutEffect(() => {
    if (caret.current?.shown === value) area.current?.setSelectionRange(...caret.current.at)
    caret.current = null
  }, [value])

  const edit = (typed: string, at: number) => {
    const before = toSingleLine(typed.slice(0, at)).length
    const now = binding.edit(typed, before)
    if (now !== typed) caret.current = { shown: now, at: [before, before] }
    setValue(now)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code !== 'Enter' || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onEnter()
  }

  return (
    <div className={styles.field} data-look={look} data-empty={value === '' ? '' : undefined}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <MarkedArea
        id={id}
        stretch={field}
        className={styles.area}
        value={value}
        marks={marked}
        readOnly={readOnly}
        area={area}
        onEdit={edit}
        history={history}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}
