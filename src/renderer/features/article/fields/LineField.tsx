import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { moveCaret, toSingleLine } from '../../../../shared/article/text-diff.ts'
import { bindText, type TextBinding } from '../sync/text-binding.ts'
import styles from './LineField.module.css'

interface LineFieldProps {
  readonly label: string
  readonly text: Y.Text
  readonly look: 'headline' | 'deck' | 'small'
  readonly readOnly: boolean
  /** Enter leads on: to the next field, to the text. */
  readonly onEnter: () => void
}

/** As high as its text, no higher. */
const fitHeight = (area: HTMLTextAreaElement): void => {
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight}px`
}

/** One line of the article that several people may type into at once; long ones wrap on screen. */
export const LineField = ({ label, text, look, readOnly, onEnter }: LineFieldProps) => {
  const id = useId()
  const [value, setValue] = useState(() => text.toString())
  const [binding, setBinding] = useState<TextBinding | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const caret = useRef<readonly [number, number] | null>(null)

  useEffect(() => {
    const bound = bindText(text)
    setBinding(bound)
    setValue(bound.value())
    const stop = bound.subscribe((changes) => {
      const { current } = area
      if (current && document.activeElement === current) {
        const move = (at: number) => changes.reduce(moveCaret, at)
        caret.current = [move(current.selectionStart), move(current.selectionEnd)]
      }
      setValue(bound.value())
    })
    return () => {
      stop()
      bound.destroy()
    }
  }, [text])

  // The lines break elsewhere when the window is drawn narrower or the font has come.
  useEffect(() => {
    const { current } = area
    if (!current) return
    const fit = () => fitHeight(current)
    const width = new ResizeObserver(fit)
    width.observe(current)
    document.fonts.addEventListener('loadingdone', fit)
    return () => {
      width.disconnect()
      document.fonts.removeEventListener('loadingdone', fit)
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height and the caret follow what is shown.
  useLayoutEffect(() => {
    const { current } = area
    if (!current) return
    fitHeight(current)
    if (caret.current) current.setSelectionRange(...caret.current)
    caret.current = null
  }, [value])

  const edit = (typed: string, at: number) => {
    if (!binding) return
    const before = toSingleLine(typed.slice(0, at)).length
    const now = binding.edit(typed, before)
    if (now !== typed) caret.current = [before, before]
    setValue(now)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const ctrl = (event.ctrlKey || event.metaKey) && !event.altKey
    if (event.code === 'Enter' && !ctrl) {
      event.preventDefault()
      onEnter()
    } else if (ctrl && (event.code === 'KeyZ' || event.code === 'KeyY')) {
      event.preventDefault()
      if (event.shiftKey || event.code === 'KeyY') binding?.redo()
      else binding?.undo()
    }
  }

  return (
    <div className={styles.field} data-look={look} data-empty={value === '' ? '' : undefined}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <textarea
        ref={area}
        id={id}
        rows={1}
        className={styles.area}
        value={value}
        readOnly={readOnly}
        spellCheck
        lang="ru"
        onChange={(event) => edit(event.target.value, event.target.selectionStart)}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}
