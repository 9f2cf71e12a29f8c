import { useLayoutEffect, useMemo, useRef } from 'react'
import { paintSvg } from '../../../../layout/paint/svg.ts'
import type { PageDisplay } from '../../../../shared/layout/display.ts'
import { mediaAddress } from '../../../api/addresses.ts'
import styles from './PageSheet.module.css'

/** Pictures on screen need no more pixels than this. */
const previewWidth = 1200

/** A page as it will be printed. */
export const Paper = ({ page }: { readonly page: PageDisplay }) => {
  const paper = useRef<HTMLDivElement>(null)
  const svg = useMemo(
    () => paintSvg(page, { mediaUrl: (id) => mediaAddress(id, previewWidth), fontFamily: (font) => `Page ${font}` }),
    [page],
  )
  useLayoutEffect(() => {
    const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
    paper.current?.replaceChildren(document.importNode(drawing, true))
  }, [svg])
  return <div ref={paper} className={styles.paper} aria-hidden inert />
}
