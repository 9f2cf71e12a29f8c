import { useEffect, useRef } from 'react'
import type { DisplayItem, PageDisplay } from '../../../../shared/layout/display.ts'
import styles from './SmallPage.module.css'

/** Pixels of the drawing, twice as many as it is shown with, for sharp screens. */
const width = 96

/** How dark lines of text of a size look from afar. */
const inkOf = (item: DisplayItem): string => {
  if (item.kind === 'image' || item.kind === 'document') return '#9fb4c2'
  if (item.kind === 'rectangle') return item.ink === 'tint' ? '#ececec' : item.ink === 'paper' ? '#ffffff' : '#8a8a8a'
  return item.size > 16 ? '#1b1b1b' : item.size > 11 ? '#555555' : '#b9b9b9'
}

/** A page so small that its lines are strokes: where text, headlines and pictures stand. */
export const SmallPage = ({ page }: { readonly page: PageDisplay }) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const height = Math.round((width * page.height) / page.width)
  useEffect(() => {
    const pen = canvas.current?.getContext('2d')
    if (!pen) return
    const scale = width / page.width
    pen.setTransform(scale, 0, 0, scale, 0, 0)
    pen.fillStyle = '#ffffff'
    pen.fillRect(0, 0, page.width, page.height)
    for (const item of page.items) {
      pen.fillStyle = inkOf(item)
      if (item.kind === 'text') pen.fillRect(item.x, item.y - item.size * 0.62, item.width, item.size * 0.62)
      else pen.fillRect(item.x, item.y, item.width, item.height)
    }
  }, [page])
  return <canvas ref={canvas} className={styles.page} width={width} height={height} aria-hidden />
}
