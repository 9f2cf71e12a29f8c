import { Columns2, Combine, Lock, LockOpen, Rows2, SquareDashed, Trash2 } from 'lucide-react'
import { Toolbar } from 'react-aria-components'
import { type ZoneKind, zoneKinds } from '../../../../shared/issue/page-dummy.ts'
import { useText } from '../../../i18n/text.tsx'
import { ToggleButton } from '../../../ui/Button.tsx'
import { CheckBox } from '../../../ui/CheckBox.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Select } from '../../../ui/Select.tsx'
import type { DeskActions } from '../use-zone-actions.ts'
import { bottomOf, rightOf } from '../zones/boxes.ts'
import type { PlacedZone } from '../zones/page-zones.ts'
import { ShapePicker } from './ShapePicker.tsx'
import styles from './StoryPanel.module.css'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

interface ZonePanelProps {
  readonly page: number
  readonly placed: PlacedZone
  readonly readOnly: boolean
  readonly actions: DeskActions
  readonly issue: string
  readonly columns: number
  /** Are the shapes that fit shown? */
  readonly isShaping: boolean
  readonly onShaping: (isShaping: boolean) => void
}

/** The zone that is chosen: where it stands, what it is for, and what can be done to it. */
export const ZonePanel = (props: ZonePanelProps) => {
  const { page, placed, readOnly, actions, issue, columns, isShaping, onShaping } = props
  const text = useText().page
  const words = text.desk.zone
  const { zone, part } = placed
  const run = (type: 'join' | 'remove' | 'lock') => actions.run(page, zone.id, { type })
  return (
    <section className={styles.properties} aria-label={words.title}>
      <h2 className={styles.small}>
        {words.title}: {words.size(zone.span, zone.rows)}
      </h2>
      <p className={styles.hint}>{words.place(zone.column + 1, rightOf(zone), zone.row + 1, bottomOf(zone))}</p>
      {part === null && zone.kind === 'story' && <p className={styles.hint}>{words.empty}</p>}
      {!readOnly && (
        <>
          <Toolbar className={styles.buttons ?? ''} aria-label={words.actions}>
            <IconButton
              icon={zone.locked ? <LockOpen {...icon} /> : <Lock {...icon} />}
              label={zone.locked ? words.unlock : words.lock}
              keys="L"
              onPress={() => run('lock')}
            />
            <IconButton
              icon={<Rows2 {...icon} />}
              label={words.splitRows}
              keys="S"
              isDisabled={zone.locked}
              onPress={() => actions.cut(page, zone.id, 'rows')}
            />
            <IconButton
              icon={<Columns2 {...icon} />}
              label={words.splitColumns}
              keys="Shift S"
              isDisabled={zone.locked}
              onPress={() => actions.cut(page, zone.id, 'columns')}
            />
            <IconButton
              icon={<Combine {...icon} />}
              label={words.join}
              keys="J"
              isDisabled={zone.locked}
              onPress={() => run('join')}
            />
            <IconButton
              icon={<SquareDashed {...icon} />}
              label={words.clear}
              isDisabled={zone.locked || part === null}
              onPress={() => actions.clear(page, zone.id)}
            />
            <IconButton
              icon={<Trash2 {...icon} />}
              label={words.remove}
              keys="Delete"
              isDisabled={zone.locked}
              onPress={() => run('remove')}
            />
          </Toolbar>
          {part !== null && !part.rest && (
            <div className={styles.shape}>
              <ToggleButton isSelected={isShaping} isDisabled={zone.locked} onChange={onShaping}>
                {text.desk.shapes.title}
                <kbd>F</kbd>
              </ToggleButton>
              {isShaping && (
                <ShapePicker
                  issue={issue}
                  article={part.article}
                  page={page}
                  columns={columns}
                  onChoose={(shape) => actions.setShape(page, zone.id, shape)}
                  onClose={() => onShaping(false)}
                />
              )}
            </div>
          )}
          <div className={styles.kind}>
            <Select<ZoneKind>
              label={words.kind}
              options={zoneKinds.map((kind) => ({ id: kind, label: text.kinds[kind] }))}
              value={zone.kind}
              isDisabled={zone.locked}
              onChange={(kind) => actions.setKind(page, zone.id, kind)}
            />
          </div>
          {zone.kind === 'join' && (
            <div className={styles.kind}>
              <CheckBox
                isSelected={zone.code !== false}
                isDisabled={zone.locked}
                onChange={(wanted) => actions.setJoinCode(page, zone.id, wanted)}
                hint={words.joinCodeHint}
              >
                {words.joinCode}
              </CheckBox>
            </div>
          )}
        </>
      )}
    </section>
  )
}
