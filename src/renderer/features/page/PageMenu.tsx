import { ChevronDown } from 'lucide-react'
import { zoneKinds } from '../../../shared/issue/page-dummy.ts'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { Menu, type MenuGroup } from '../../ui/Menu.tsx'
import type { DeskActions } from './use-zone-actions.ts'

interface PageMenuProps {
  readonly page: number
  readonly isFixed: boolean
  readonly actions: DeskActions
  readonly canChange: boolean
  /** What else the menu offers. */
  readonly more: readonly MenuGroup[]
}

/** What can be done to a page as a whole. */
export const PageMenu = ({ page, isFixed, actions, canChange, more }: PageMenuProps) => {
  const text = useText().page
  return (
    <Menu
      label={text.desk.pageMenu}
      trigger={
        <Button>
          {text.desk.pageMenu}
          <ChevronDown size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
        </Button>
      }
      groups={[
        ...more,
        {
          id: 'add',
          title: text.desk.addZone,
          entries: (canChange ? zoneKinds : []).map((kind) => ({
            id: kind,
            label: text.kinds[kind],
            onAction: () => actions.add(page, kind),
          })),
        },
        {
          id: 'plan',
          title: text.desk.plan,
          entries: [
            ...(canChange
              ? [
                  isFixed
                    ? { id: 'giveBack', label: text.desk.giveBack, onAction: () => void actions.giveBackPage(page) }
                    : { id: 'freeze', label: text.desk.freeze, onAction: () => actions.freezePage(page) },
                ]
              : []),
          ],
        },
      ]}
    />
  )
}
