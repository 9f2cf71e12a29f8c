import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import { mediaApi } from '../../../../shared/media/api.ts'
import type { Focus } from '../../../../shared/media/focus.ts'
import { mediaAddress } from '../../../api/addresses.ts'
import { useClient } from '../../../api/hooks.tsx'
import { useText } from '../../../i18n/text.tsx'
import { Button, ToggleButton } from '../../../ui/Button.tsx'
import styles from './PhotoView.module.css'

interface FocusPictureProps {
  readonly media: string
  /** What must stay of it; null where nobody said so. */
  readonly focus: Focus | null
  readonly alternative: string
  readonly readOnly: boolean
  readonly onMissing: () => void
}

const within = (value: number): number => Math.min(1, Math.max(0, value))

/** How far an arrow moves the focus. */
const step = 0.05
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
}

/** A photo with the place that must stay when it is cropped: pointed at, or moved by the arrows. */
export const FocusPicture = ({ media, focus, alternative, readOnly, onMissing }: FocusPictureProps) => {
  const words = useText().article.photo.focus
  const client = useClient()
  const [choosing, setChoosing] = useState(false)
  const put = (next: Focus | null) => client.call(mediaApi.setFocus, { id: media, focus: next })
  const point = (event: MouseEvent<HTMLButtonElement>) => {
    // A key presses a button too, at no place.
    if (event.detail === 0) return
    const box = event.currentTarget.getBoundingClientRect()
    void put({ x: within((event.clientX - box.left) / box.width), y: within((event.clientY - box.top) / box.height) })
  }
  const move = (event: KeyboardEvent) => {
    const arrow = arrows[event.key]
    if (!arrow) return
    event.preventDefault()
    event.stopPropagation()
    const from = focus ?? { x: 0.5, y: 0.5 }
    void put({ x: within(from.x + arrow[0]), y: within(from.y + arrow[1]) })
  }
  const place = focus && { left: `${focus.x * 100}%`, top: `${focus.y * 100}%` }
  return (
    <>
      <div className={styles.frame}>
        <img src={mediaAddress(media, 800)} alt={alternative} draggable={false} onError={onMissing} />
        {choosing && (
          <button
            type="button"
            className={styles.target}
            aria-label={words.target(focus && Math.round(focus.x * 100), focus && Math.round(focus.y * 100))}
            onClick={point}
            onKeyDown={move}
          />
        )}
        {place && <span className={styles.focus} style={place} aria-hidden />}
      </div>
      {!readOnly && (
        <div className={styles.focusTools}>
          <ToggleButton isSelected={choosing} onChange={setChoosing}>
            {words.choose}
          </ToggleButton>
          {choosing && <span className={styles.name}>{words.hint}</span>}
          {choosing && focus && (
            <Button kind="flat" onPress={() => void put(null)}>
              {words.reset}
            </Button>
          )}
        </div>
      )}
    </>
  )
}
