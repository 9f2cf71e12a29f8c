import {
  BookOpen,
  ChevronLeft,
  ChevronRight,
  Grid3x3,
  Maximize,
  Redo2,
  Rows3,
  SquarePlus,
  TextAlignStart,
  Undo2,
  ZoomIn,
  ZoomOut,
} from 'lucide-react'
import { Toolbar } from 'react-aria-components'
import { zoneKinds } from '../../../shared/issue/page-dummy.ts'
import { describeBinding, type KeyBinding } from '../../app/keys.ts'
import { onMac } from '../../app/use-keys.ts'
import { useText } from '../../i18n/text.tsx'
import { ToggleButton } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { PageMark } from '../../ui/PageMark.tsx'
import { undoKeys } from './desk/use-undo-keys.ts'
import styles from './PageTools.module.css'
import { pageKeys, type useView } from './use-view.ts'
import type { DeskActions } from './use-zone-actions.ts'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

interface PageToolsProps {
  readonly page: number
  readonly pages: number
  readonly filled: boolean
  readonly isFixed: boolean
  readonly shown: ReturnType<typeof useView>
  readonly onPage: (page: number) => void
  /** Names of the steps that can be taken back and done again. */
  readonly undo: string | null
  readonly redo: string | null
  readonly actions: DeskActions
  readonly canChange: boolean
}

/** Which page, how it is shown, and what can be done to it. */
export const PageTools = (props: PageToolsProps) => {
  const { page, pages, filled, isFixed, shown, onPage, undo, redo, actions, canChange } = props
  const text = useText().page
  const key = (binding: KeyBinding) => describeBinding(binding, onMac())
  const { view, setView } = shown
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
      <span className={styles.plan}>{isFixed ? text.desk.fixed : text.desk.auto}</span>
      <span className={styles.separator} />
      <ToggleButton isSelected={view.spread} isDisabled={view.asList} onChange={(spread) => setView({ ...view, spread })}>
        <BookOpen {...icon} />
        {text.desk.spread}
      </ToggleButton>
      <ToggleButton isSelected={view.grid} isDisabled={view.asList} onChange={(grid) => setView({ ...view, grid })}>
        <Grid3x3 {...icon} />
        {text.grid}
      </ToggleButton>
      <ToggleButton isSelected={view.baseline} isDisabled={view.asList} onChange={(baseline) => setView({ ...view, baseline })}>
        <Rows3 {...icon} />
        {text.baseline}
      </ToggleButton>
      <ToggleButton isSelected={view.asList} onChange={(asList) => setView({ ...view, asList })}>
        <TextAlignStart {...icon} />
        {text.asList}
      </ToggleButton>
      {canChange && (
        <>
          <span className={styles.separator} />
          <Menu
            label={text.desk.addZone}
            trigger={<IconButton icon={<SquarePlus {...icon} />} label={text.desk.addZone} />}
            groups={[
              {
                id: 'kinds',
                entries: zoneKinds.map((kind) => ({
                  id: kind,
                  label: text.kinds[kind],
                  onAction: () => actions.add(page, kind),
                })),
              },
            ]}
          />
          <IconButton
            icon={<Undo2 {...icon} />}
            label={undo === null ? text.desk.undo : text.desk.undoStep(undo)}
            keys={key(undoKeys.undo)}
            isDisabled={undo === null}
            onPress={() => void actions.undo()}
          />
          <IconButton
            icon={<Redo2 {...icon} />}
            label={redo === null ? text.desk.redo : text.desk.redoStep(redo)}
            keys={key(undoKeys.redo)}
            isDisabled={redo === null}
            onPress={() => void actions.redo()}
          />
        </>
      )}
      <span className={styles.space} />
      {!view.asList && (
        <>
          <IconButton icon={<ZoomOut {...icon} />} label={text.zoomOut} keys={key(pageKeys.zoomOut)} onPress={shown.step(-1)} />
          <span className={styles.percent} role="status">
            {text.zoom(Math.round(shown.percent))}
          </span>
          <IconButton icon={<ZoomIn {...icon} />} label={text.zoomIn} keys={key(pageKeys.zoomIn)} onPress={shown.step(1)} />
          <IconButton
            icon={<Maximize {...icon} />}
            label={text.zoomFit}
            keys={key(pageKeys.fit)}
            onPress={() => shown.setZoom('fit')}
          />
        </>
      )}
    </Toolbar>
  )
}
