import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import styles from './PageSheet.module.css'
import { fitPercent, pixelsPerPoint, type Zoom } from './zoom.ts'

const margin = 32

interface SheetDeskProps {
  readonly label: string
  /** Size of everything shown, in points. */
  readonly size: { readonly width: number; readonly height: number }
  readonly zoom: Zoom
  /** What «whole page» comes to at the moment, in percent. */
  readonly onFit: (percent: number) => void
  /** What should stay in sight: it is scrolled to when this changes. */
  readonly wanted: string | null
  /** Draws the sheets at so many pixels a point. */
  readonly children: (scale: number) => ReactNode
}

/** The desk pages lie on: as large as wished, scrolled where there is no room. */
export const SheetDesk = ({ label, size, zoom, onFit, wanted, children }: SheetDeskProps) => {
  const desk = useRef<HTMLElement>(null)
  const [room, setRoom] = useState({ width: 0, height: 0 })

  useLayoutEffect(() => {
    const { current } = desk
    if (!current) return
    const measure = () => setRoom({ width: current.clientWidth - 2 * margin, height: current.clientHeight - 2 * margin })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen stays in sight whenever it or the scale changes.
  useLayoutEffect(() => {
    desk.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [wanted, zoom])

  const fit = fitPercent(size, room)
  useEffect(() => onFit(fit), [fit, onFit])
  const scale = ((zoom === 'fit' ? fit : zoom) / 100) * pixelsPerPoint
  return (
    <section ref={desk} className={styles.desk} aria-label={label} data-region="">
      {room.width > 0 && (
        <div className={styles.spread} style={{ width: size.width * scale, height: size.height * scale }}>
          {children(scale)}
        </div>
      )}
    </section>
  )
}
