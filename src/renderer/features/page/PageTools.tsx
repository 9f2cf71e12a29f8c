import { ChevronDown, ChevronLeft, ChevronRight, Redo2, Undo2 } from 'lucide-react'
import { Toolbar } from 'react-aria-components'
import type { Issue } from '../../../shared/issue/issue.ts'
import type { PageSignState } from '../../../shared/signoff/api.ts'
import { describeBinding, type KeyBinding } from '../../app/keys.ts'
import { onMac } from '../../app/use-keys.ts'
import { useText } from '../../i18n/text.tsx'
import { Button, ToggleButton } from '../../ui/Button.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { PageMark, pageStateOf } from '../../ui/PageMark.tsx'
import { undoKeys } from './desk/use-undo-keys.ts'
import { PageMenu } from './PageMenu.tsx'
import styles from './PageTools.module.css'
import { useProofs } from './revision/use-proofs.ts'
import { zoomSteps } from './sheet/zoom.ts'
import { TemplateMenu } from './TemplateMenu.tsx'
import { usePageNotice } from './use-page-notice.ts'
import { pageKeys, type useView } from './use-view.ts'
import type { DeskActions } from './use-zone-actions.ts'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

interface PageToolsProps {
  readonly issue: Pick<Issue, 'serial' | 'pages' | 'columns'>
  readonly page: number
  readonly pages: number
  readonly filled: boolean
  /** Are all stories that begin on it approved as they are? */
  readonly approved: boolean
  readonly sign: PageSignState | undefined
  readonly isFixed: boolean
  readonly shown: ReturnType<typeof useView>
  readonly onPage: (page: number) => void
  /** Names of the steps that can be taken back and done again. */
  readonly undo: string | null
  readonly redo: string | null
  readonly actions: DeskActions
  readonly canChange: boolean
  /** May the person move what stands on the page? */
  readonly mayLayOut: boolean
}

/** Which page, how it is shown, and what can be done to it. */
export const PageTools = (props: PageToolsProps) => {
  const { issue, page, pages, filled, approved, sign, isFixed, shown, onPage, undo, redo, actions, canChange, mayLayOut } = props
  const text = useText().page
  const key = (binding: KeyBinding) => describeBinding(binding, onMac())
  const { view, setView } = shown
  const proofs = useProofs({ issue: issue.serial, page, canChange })
  const notice = usePageNotice({ issue: issue.serial, page, filled, approved })
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
      <PageMark state={pageStateOf(sign, filled ? 1 : 0)} word />
      <span className={styles.plan}>{isFixed ? text.desk.fixed : text.desk.auto}</span>
      <span className={styles.separator} />
      <ToggleButton isSelected={view.spread} isDisabled={view.asList} onChange={(spread) => setView({ ...view, spread })}>
        {text.desk.spread}
      </ToggleButton>
      <Menu
        label={text.desk.look}
        trigger={
          <Button>
            {text.desk.look}
            <ChevronDown {...icon} />
          </Button>
        }
        groups={[
          {
            id: 'look',
            entries: [
              {
                id: 'grid',
                label: text.grid,
                keys: key(pageKeys.grid),
                isSelected: view.grid,
                onAction: () => setView({ ...view, grid: !view.grid }),
              },
              {
                id: 'baseline',
                label: text.baseline,
                keys: key(pageKeys.baseline),
                isSelected: view.baseline,
                onAction: () => setView({ ...view, baseline: !view.baseline }),
              },
              {
                id: 'list',
                label: text.asList,
                keys: key(pageKeys.list),
                isSelected: view.asList,
                onAction: () => setView({ ...view, asList: !view.asList }),
              },
            ],
          },
        ]}
      />
      <PageMenu
        page={page}
        isFixed={isFixed}
        actions={actions}
        canChange={mayLayOut}
        more={[...proofs.groups, ...notice.groups]}
      />
      {proofs.failure && <FailureMessage failure={proofs.failure} />}
      {notice.failure && <FailureMessage failure={notice.failure} />}
      {mayLayOut && (
        <>
          <TemplateMenu issue={issue} page={page} isFixed={isFixed} actions={actions} />
          <IconButton
            icon={<Undo2 {...icon} />}
            label={undo === null ? text.desk.undo : text.desk.undoStep(undo)}
            keys={key(undoKeys.undo)}
            isDisabled={undo === null}
            onPress={actions.undo}
          />
          <IconButton
            icon={<Redo2 {...icon} />}
            label={redo === null ? text.desk.redo : text.desk.redoStep(redo)}
            keys={key(undoKeys.redo)}
            isDisabled={redo === null}
            onPress={actions.redo}
          />
        </>
      )}
      <span className={styles.space} />
      {!view.asList && (
        <Menu
          label={text.desk.zoom}
          placement="bottom end"
          trigger={
            <Button aria-label={text.desk.zoomNow(Math.round(shown.percent))}>
              {text.zoom(Math.round(shown.percent))}
              <ChevronDown {...icon} />
            </Button>
          }
          groups={[
            {
              id: 'steps',
              entries: [
                { id: 'in', label: text.zoomIn, keys: key(pageKeys.zoomIn), onAction: shown.step(1) },
                { id: 'out', label: text.zoomOut, keys: key(pageKeys.zoomOut), onAction: shown.step(-1) },
                { id: 'fit', label: text.zoomFit, keys: key(pageKeys.fit), onAction: () => shown.setZoom('fit') },
              ],
            },
            {
              id: 'scales',
              entries: zoomSteps.map((percent) => ({
                id: String(percent),
                label: text.zoom(percent),
                onAction: () => shown.setZoom(percent),
              })),
            },
          ]}
        />
      )}
    </Toolbar>
  )
}
