import { ArrowUp } from 'lucide-react'
import { mediaAddress } from '../../../api/addresses.ts'
import { useText } from '../../../i18n/text.tsx'
import { CheckBox } from '../../../ui/CheckBox.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Select } from '../../../ui/Select.tsx'
import { cropChoices, type PhotoDraft } from './draft.ts'
import styles from './VariantDialog.module.css'

interface PhotoChoiceProps {
  readonly photos: readonly PhotoDraft[]
  readonly onChange: (photos: readonly PhotoDraft[]) => void
}

/** Which pictures a post takes, in what order, and how they are cropped. */
export const PhotoChoice = ({ photos, onChange }: PhotoChoiceProps) => {
  const words = useText().variant
  const change = (media: string, more: Partial<PhotoDraft>) =>
    onChange(photos.map((photo) => (photo.media === media ? { ...photo, ...more } : photo)))
  const forward = (at: number) => {
    const [before, photo] = [photos[at - 1], photos[at]]
    if (before && photo) onChange(photos.toSpliced(at - 1, 2, photo, before))
  }
  return (
    <fieldset className={styles.photos}>
      <legend>{words.photos}</legend>
      {photos.length === 0 && <p className={styles.hint}>{words.noPhotos}</p>}
      {photos.map(({ media, caption, isIn, ratio }, at) => (
        <div key={media} className={styles.photo}>
          <img src={mediaAddress(media, 160)} alt="" />
          <CheckBox isSelected={isIn} onChange={(on) => change(media, { isIn: on })}>
            {words.photo(at + 1, caption)}
          </CheckBox>
          <Select
            label={words.crop(at + 1)}
            hideLabel
            options={cropChoices.map((id) => ({ id, label: words.crops[id] }))}
            value={ratio}
            onChange={(next) => change(media, { ratio: next })}
            isDisabled={!isIn}
          />
          <IconButton
            icon={<ArrowUp size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />}
            label={words.earlier(at + 1)}
            onPress={() => forward(at)}
            isDisabled={at === 0}
          />
        </div>
      ))}
      {photos.length > 0 && <p className={styles.hint}>{words.focus}</p>}
    </fieldset>
  )
}
