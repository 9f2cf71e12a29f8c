import { GridLayout, GridList, GridListItem, Size, Virtualizer } from 'react-aria-components'
import type { ListedMedium } from '../../shared/media/api.ts'
import { mediaAddress } from '../api/addresses.ts'
import { useText } from '../i18n/text.tsx'
import styles from './MediaGrid.module.css'

const tile = new Size(168, 176)
const layoutOptions = {
  minItemSize: tile,
  maxItemSize: new Size(240, 176),
  minSpace: new Size(12, 12),
  preserveAspectRatio: false,
}
/** Twice the width of a tile, for fine screens. */
const thumbnailWidth = 480

const nameOf = ({ caption, name }: ListedMedium): string => caption.trim() || name

interface MediaGridProps {
  readonly media: readonly ListedMedium[]
  readonly selected: string | null
  readonly onSelect: (id: string) => void
  /** A picture is opened: by Enter or a double click. */
  readonly onOpen?: (id: string) => void
  /** How fine each would be on paper, where that matters. */
  readonly finenessOf?: (medium: ListedMedium) => { readonly resolution: number; readonly verdict: string }
}

const Fineness = ({ resolution, verdict }: { readonly resolution: number; readonly verdict: string }) => (
  <span className={styles.fineness} data-verdict={verdict}>
    {useText().media.resolution(resolution)}
  </span>
)

/** Pictures in rows; only those in view are drawn and asked for. */
export const MediaGrid = ({ media, selected, onSelect, onOpen, finenessOf }: MediaGridProps) => {
  const words = useText().media
  return (
    <Virtualizer layout={GridLayout} layoutOptions={layoutOptions}>
      <GridList
        aria-label={words.grid}
        layout="grid"
        className={styles.grid ?? ''}
        items={media}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={selected === null ? [] : [selected]}
        {...(onOpen && { onAction: (key) => onOpen(String(key)) })}
        dependencies={[finenessOf]}
        onSelectionChange={(keys) => {
          if (keys === 'all') return
          const [chosen] = keys
          if (chosen !== undefined) onSelect(String(chosen))
        }}
      >
        {(medium) => (
          <GridListItem id={medium.id} textValue={nameOf(medium)} className={styles.tile ?? ''}>
            <img src={mediaAddress(medium.id, thumbnailWidth)} alt="" loading="lazy" draggable={false} />
            {finenessOf && <Fineness {...finenessOf(medium)} />}
            <span className={styles.name} title={nameOf(medium)}>
              {nameOf(medium)}
            </span>
            {medium.standing === 'none' ? (
              <span className={styles.credit}>{medium.credit}</span>
            ) : (
              <span className={styles.mark} data-standing={medium.standing}>
                {words.standings[medium.standing]}
              </span>
            )}
          </GridListItem>
        )}
      </GridList>
    </Virtualizer>
  )
}
