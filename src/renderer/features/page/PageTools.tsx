import { ChevronLeft, ChevronRight, Grid3x3, Maximize, Rows3, TextAlignStart, ZoomIn, ZoomOut } from 'lucide-react'
import { Toolbar } from 'react-aria-components'
import { describeBinding, type KeyBinding } from '../../app/keys.ts'
import { onMac } from '../../app/use-keys.ts'
import { useText } from '../../i18n/text.tsx'
import { ToggleButton } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { PageMark } from '../../ui/PageMark.tsx'
import styles from './PageTools.module.css'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

/** What the screen of pages listens to. */
export const pageKeys = {
  grid: { code: 'KeyG' },
  baseline: { code: 'KeyB' },
  list: { code: 'KeyL' },
  zoomIn: { code: 'Equal', ctrl: true },
  zoomOut: { code: 'Minus', ctrl: true },
  fit: { code: 'Digit0', ctrl: true },
  previous: { code: 'PageUp' },
  next: { code: 'PageDown' },
} as const satisfies Record<string, KeyBinding>

export interface PageView {
  readonly grid: boolean
  readonly baseline: boolean
  readonly asList: boolean
}

interface PageToolsProps {
  readonly page: number
  readonly pages: number
  readonly filled: boolean
  readonly view: PageView
  readonly onView: (view: PageView) => void
  readonly percent: number
  readonly onZoom: (direction: -1 | 1) => void
  readonly onFit: () => void
  readonly onPage: (page: number) => void
}

/** Which page, and how it is shown. */
export const PageTools = ({ page, pages, filled, view, onView, percent, onZoom, onFit, onPage }: PageToolsProps) => {
  const text = useText().page
  const key = (binding: KeyBinding) => describeBinding(binding, onMac())
  return (
    <Toolbar className={styles.tools ?? ''} aria-label={text.tools} data-region="">
      <IconButton
        icon={<ChevronLeft {...icon} />}
        label={text.previous}
        keys={key(pageKeys.previous)}
        isDisabled={page <= 1}
        onPress={() => onPage(page - 1)}
      />
      <IconButton
        icon={<ChevronRight {...icon} />}
        label={text.next}
        keys={key(pageKeys.next)}
        isDisabled={page >= pages}
        onPress={() => onPage(page + 1)}
      />
      <h1 className={styles.title}>{text.title(page)}</h1>
      <PageMark state={filled ? 'inLayout' : 'planned'} word />
      <span className={styles.separator} />
      <ToggleButton isSelected={view.grid} isDisabled={view.asList} onChange={(grid) => onView({ ...view, grid })}>
        <Grid3x3 {...icon} />
        {text.grid}
      </ToggleButton>
      <ToggleButton isSelected={view.baseline} isDisabled={view.asList} onChange={(baseline) => onView({ ...view, baseline })}>
        <Rows3 {...icon} />
        {text.baseline}
      </ToggleButton>
      <ToggleButton isSelected={view.asList} onChange={(asList) => onView({ ...view, asList })}>
        <TextAlignStart {...icon} />
        {text.asList}
      </ToggleButton>
      <span className={styles.space} />
      {!view.asList && (
        <>
          <IconButton icon={<ZoomOut {...icon} />} label={text.zoomOut} keys={key(pageKeys.zoomOut)} onPress={() => onZoom(-1)} />
          <span className={styles.percent} role="status">
            {text.zoom(Math.round(percent))}
          </span>
          <IconButton icon={<ZoomIn {...icon} />} label={text.zoomIn} keys={key(pageKeys.zoomIn)} onPress={() => onZoom(1)} />
          <IconButton icon={<Maximize {...icon} />} label={text.zoomFit} keys={key(pageKeys.fit)} onPress={onFit} />
        </>
      )}
    </Toolbar>
  )
}
