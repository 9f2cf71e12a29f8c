import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import type { PageRectangle } from '../sheet/sheet-scale.ts'
import styles from './PassageCard.module.css'
import type { PassageEditing, PassageEditor } from './use-passage.ts'

interface PassageCardProps {
  readonly editing: PassageEditing
  readonly editor: PassageEditor
  readonly headline: string
  /** The text was approved: a change of it makes the approval out of date. */
  readonly isApproved: boolean
  /** Where the passage stands, in pixels of the sheet; null where it does not. */
  readonly place: PageRectangle | null
  readonly sheetWidth: number
}

const width = 468

/** A small editor over the page, below the paragraph it changes. */
export const PassageCard = ({ editing, editor, headline, isApproved, place, sheetWidth }: PassageCardProps) => {
  const text = useText().page.passage
  const area = useRef<HTMLTextAreaElement>(null)
  const card = useRef<HTMLElement>(null)
  const note = useId()
  const { value, selection, at, of } = editing
  const key = `${editing.article} ${editing.at}`

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each passage that is opened.
  useEffect(() => {
    area.current?.focus({ preventScroll: true })
    area.current?.setSelectionRange(selection.from, selection.to)
  }, [key])

  useLayoutEffect(() => {
    const { current } = area
    if (!current) return
    current.style.height = 'auto'
    current.style.height = `${Math.min(320, current.scrollHeight + 2)}px`
  })

  // Below its paragraph where the desk has room for it there, otherwise as low as the desk reaches.
  useLayoutEffect(() => {
    const { current } = card
    const desk = current?.closest('[data-region]')?.getBoundingClientRect()
    if (!current || !desk) return
    current.style.translate = 'none'
    const box = current.getBoundingClientRect()
    const up = Math.max(0, Math.min(box.bottom - desk.bottom + 8, box.top - desk.top - 8))
    const across = Math.max(0, box.right - desk.right + 8)
    current.style.translate = `${-across}px ${-up}px`
  })

  const selected = () => {
    const { selectionStart, selectionEnd } = area.current ?? { selectionStart: 0, selectionEnd: 0 }
    return { from: selectionStart, to: selectionEnd }
  }
  const leaveOut = () => {
    const range = selected()
    editor.leaveOut(range.to > range.from ? range : { from: 0, to: value.text.length })
    area.current?.focus()
  }
  const keyDown = (event: KeyboardEvent) => {
    if (event.code === 'Escape') {
      event.preventDefault()
      editor.close()
    } else if (event.code === 'Enter' && event.target === area.current) {
      event.preventDefault()
      void editor.save()
    } else if (event.altKey && (event.code === 'ArrowUp' || event.code === 'ArrowDown')) {
      event.preventDefault()
      void editor.step(event.code === 'ArrowUp' ? -1 : 1)
    } else if (event.code === 'KeyX' && event.ctrlKey && event.shiftKey) {
      event.preventDefault()
      leaveOut()
    }
  }
  const left = place === null ? 0 : Math.max(0, Math.min(place.left, sheetWidth - width))
  return (
    <section
      ref={card}
      className={styles.card}
      style={{ left, top: place === null ? 0 : place.top + place.height + 6, width }}
      aria-label={text.label(headline)}
      onKeyDown={keyDown}
      onPointerDown={(event) => event.stopPropagation()}
    >
      <header className={styles.head}>
        <b>{headline}</b>
        <span>{text.number(at, of)}</span>
      </header>
      {isApproved && <p className={styles.warning}>{text.approved}</p>}
      {editor.failure && <FailureMessage failure={editor.failure} />}
      <textarea
        ref={area}
        className={styles.area}
        aria-label={text.text}
        aria-describedby={note}
        value={value.text}
        spellCheck
        lang="ru"
        rows={2}
        onChange={(event) => editor.setText(event.target.value, event.target.selectionStart)}
      />
      {value.leftOut.length > 0 && (
        <ul className={styles.ranges} aria-label={text.leftOut}>
          {value.leftOut.map((range) => {
            const words = value.text.slice(range.from, range.to).trim()
            return (
              <li key={`${range.from} ${range.to}`}>
                <span className={styles.words} title={words}>
                  {words}
                </span>
                <Button kind="flat" aria-label={text.putBackName(words)} onPress={() => editor.putBack(range)}>
                  {text.putBack}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      <p id={note} className={styles.note}>
        {text.note}
      </p>
      <footer className={styles.buttons}>
        <Button onPress={leaveOut} keys="Ctrl Shift X">
          {text.leaveOut}
        </Button>
        <span className={styles.space} />
        <Button kind="flat" onPress={editor.close} keys="Esc">
          {text.cancel}
        </Button>
        <Button kind="primary" onPress={() => void editor.save()} keys="Enter">
          {text.save}
        </Button>
      </footer>
    </section>
  )
}
