import { type ZoneKind, zoneKinds } from '../../../../shared/issue/page-dummy.ts'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/Select.tsx'
import type { DeskActions } from '../use-zone-actions.ts'
import { bottomOf, rightOf } from '../zones/boxes.ts'
import type { PlacedZone } from '../zones/page-zones.ts'
import styles from './StoryPanel.module.css'

interface ZonePanelProps {
  readonly page: number
  readonly placed: PlacedZone
  readonly readOnly: boolean
  readonly actions: DeskActions
}

/** The zone that is chosen: where it stands, what it is for, and what can be done to it. */
export const ZonePanel = ({ page, placed, readOnly, actions }: ZonePanelProps) => {
  const text = useText().page
  const words = text.desk.zone
  const { zone, part } = placed
  const run = (type: 'join' | 'remove' | 'lock') => actions.run(page, zone.id, { type })
  return (
    <section className={styles.properties} aria-label={words.title}>
      <h2 className={styles.small}>{words.title}</h2>
      <p className={styles.hint}>
        {words.size(zone.span, zone.rows)}, {words.place(zone.column + 1, rightOf(zone), zone.row + 1, bottomOf(zone))}
      </p>
      {part === null && zone.kind === 'story' && <p className={styles.hint}>{words.empty}</p>}
      {!readOnly && (
        <>
          <div className={styles.selects}>
            <Select<ZoneKind>
              label={words.kind}
              options={zoneKinds.map((kind) => ({ id: kind, label: text.kinds[kind] }))}
              value={zone.kind}
              isDisabled={zone.locked}
              onChange={(kind) => actions.setKind(page, zone.id, kind)}
            />
          </div>
          <div className={styles.buttons}>
            <Button onPress={() => run('lock')} keys="L">
              {zone.locked ? words.unlock : words.lock}
            </Button>
            <Button isDisabled={zone.locked} onPress={() => actions.cut(page, zone.id, 'rows')} keys="S">
              {words.splitRows}
            </Button>
            <Button isDisabled={zone.locked} onPress={() => actions.cut(page, zone.id, 'columns')}>
              {words.splitColumns}
            </Button>
            <Button isDisabled={zone.locked} onPress={() => run('join')} keys="J">
              {words.join}
            </Button>
            {part !== null && (
              <Button isDisabled={zone.locked} onPress={() => actions.clear(page, zone.id)}>
                {words.clear}
              </Button>
            )}
            <Button isDisabled={zone.locked} onPress={() => run('remove')}>
              {words.remove}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
