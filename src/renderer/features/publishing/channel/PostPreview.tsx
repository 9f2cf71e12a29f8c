import { useState } from 'react'
import type { ChannelKind, PostPart } from '../../../../shared/publishing/channel.ts'
import { cropPosition } from '../../../../shared/variant/crop-box.ts'
import type { Crop } from '../../../../shared/variant/variant.ts'
import { mediaAddress } from '../../../api/addresses.ts'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { classes } from '../../../ui/classes.ts'
import styles from './PostPreview.module.css'
import { RichText } from './RichText.tsx'

interface PhotoProps {
  readonly photo: string
  readonly label: string
  readonly crop: Crop | undefined
}

/** A picture as it will be sent: of its shape, cut where it will be cut. */
const Photo = ({ photo, label, crop }: PhotoProps) => {
  const [loaded, setLoaded] = useState<HTMLImageElement | null>(null)
  const look = crop && {
    aspectRatio: crop.ratio.replace(':', ' / '),
    maxHeight: 'none',
    ...(loaded && { objectPosition: cropPosition(loaded.naturalWidth, loaded.naturalHeight, crop) }),
  }
  return <img src={mediaAddress(photo, 480)} alt={label} style={look} onLoad={(event) => setLoaded(event.currentTarget)} />
}

interface PartProps {
  readonly part: PostPart
  readonly kind: ChannelKind
  readonly number: number
  readonly all: number
}

const Part = ({ part, kind, number, all }: PartProps) => {
  const text = useText().publishing
  const format = useFormat()
  const length = format.number(part.length)
  const limit = format.number(part.limit)
  const over = part.length > part.limit
  return (
    <li className={styles.part}>
      <div className={styles.wall} data-network={kind}>
        <div className={styles.bubble} lang="ru">
          {part.photos.length > 0 && (
            <div className={classes(styles.photos, part.photos.length > 1 && styles.album)}>
              {part.photos.map((photo, at) => (
                <Photo key={photo} photo={photo} label={text.photo(at + 1)} crop={part.crops?.[photo]} />
              ))}
            </div>
          )}
          {part.html !== '' && (
            <div className={styles.text}>
              <RichText html={part.html} />
            </div>
          )}
        </div>
      </div>
      <div className={classes(styles.counter, over && styles.over)}>
        <span title={text.counterName(length, limit)}>
          {all > 1 && `${text.part(number, all)}: `}
          {text.counter(length, limit)}
          {over && `, ${text.tooLong}`}
        </span>
        <span className={styles.rule} aria-hidden>
          <i style={{ width: `${Math.min(1, part.limit > 0 ? part.length / part.limit : 0) * 100}%` }} />
        </span>
      </div>
    </li>
  )
}

interface PostPreviewProps {
  readonly parts: readonly PostPart[]
  readonly kind: ChannelKind
}

/** Posts as their network shows them on a phone, each with its length in the network's own units. */
export const PostPreview = ({ parts, kind }: PostPreviewProps) => {
  const text = useText().publishing
  return (
    <ol aria-label={text.preview}>
      {parts.map((part, at) => (
        <Part
          key={`${part.kind} ${part.photos.join()} ${part.html.slice(0, 40)}`}
          part={part}
          kind={kind}
          number={at + 1}
          all={parts.length}
        />
      ))}
    </ol>
  )
}
