import { useState } from 'react'
import { mediaApi } from '../../../../shared/media/api.ts'
import { useQuery } from '../../../api/hooks.tsx'
import { useText } from '../../../i18n/text.tsx'
import { MediaGrid } from '../../../media/MediaGrid.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/Select.tsx'
import styles from './PictureDialog.module.css'
import { usePhotoSurroundings } from './photo-place.tsx'
import { finenessAcross } from './resolution.ts'
import { useFinenessWords } from './use-fineness-words.ts'

interface PictureDialogProps {
  readonly onClose: () => void
  readonly onPicture: (id: string) => void
}

/** What a photo most often takes where its article has no place yet. */
const usualColumns = 3

/** «Из снимков редакции…»: finds a picture by words, with its rights on the issue's day and its resolution on paper. */
export const PictureDialog = ({ onClose, onPicture }: PictureDialogProps) => {
  const text = useText()
  const words = text.article.photo.library
  const say = useFinenessWords()
  const { issue, place } = usePhotoSurroundings()
  const [typed, setTyped] = useState('')
  const [selected, setSelected] = useState<string | null>(null)
  const [asked, setAsked] = useState<number | null>(null)
  const columns = asked ?? place?.span ?? usualColumns
  const query = useQuery(mediaApi.list, { words: typed, issue, use: issue === null ? 'anywhere' : 'print' }, ['media'])
  const [found, setFound] = useState(query.value)
  if (query.value !== null && query.value !== found) setFound(query.value)
  const chosen = found?.media.find(({ id }) => id === selected)
  const insert = (id: string) => {
    onPicture(id)
    onClose()
  }
  const counts = Array.from({ length: place?.spec.columns ?? 1 }, (_, at) => at + 1)
  return (
    <Dialog
      title={text.media.grid}
      isOpen
      wide
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.ui.cancel}</Button>
          <Button kind="primary" isDisabled={!chosen} onPress={() => chosen && insert(chosen.id)}>
            {words.insert}
          </Button>
        </>
      }
    >
      <div className={styles.tools}>
        <Field label={text.media.find} value={typed} onChange={setTyped} autoFocus />
        {place && (
          <Select
            label={place.span === null ? words.columns : words.columnsIn(place.span)}
            value={String(columns)}
            options={counts.map((count) => ({ id: String(count), label: words.columnCount(count) }))}
            onChange={(count) => setAsked(Number(count))}
          />
        )}
      </div>
      {query.failure && <FailureMessage failure={query.failure} onAction={query.refresh} />}
      <div className={styles.pictures}>
        {found?.media.length === 0 && <EmptyState>{typed === '' ? text.media.empty : text.media.nothing}</EmptyState>}
        {found && found.media.length > 0 && (
          <MediaGrid
            media={found.media}
            selected={selected}
            onSelect={setSelected}
            onOpen={insert}
            {...(place && { finenessOf: (medium) => finenessAcross(place, medium, columns) })}
          />
        )}
      </div>
      <p className={styles.chosen} role="status">
        {chosen && place && say(finenessAcross(place, chosen, columns))}
        {chosen && ` · ${text.media.standings[chosen.standing]}`}
      </p>
    </Dialog>
  )
}
