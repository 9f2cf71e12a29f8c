import type { PostPart } from '../../../../shared/publishing/channel.ts'
import { mediaAddress } from '../../../api/addresses.ts'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { classes } from '../../../ui/classes.ts'
import { RichText } from './RichText.tsx'
import styles from './TelegramPreview.module.css'

const Part = ({ part, number, all }: { readonly part: PostPart; readonly number: number; readonly all: number }) => {
  const text = useText().publishing
  const format = useFormat()
  const length = format.number(part.length)
  const limit = format.number(part.limit)
  const over = part.length > part.limit
  return (
    <li className={styles.part}>
      <div className={styles.wall}>
        <div className={styles.bubble} lang="ru">
          {part.photos.length > 0 && (
            <div className={classes(styles.photos, part.photos.length > 1 && styles.album)}>
              {part.photos.map((photo, at) => (
                <img key={photo} src={mediaAddress(photo, 480)} alt={text.photo(at + 1)} />
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

/** Posts as Telegram shows them, each with its length in Telegram's own units. */
export const TelegramPreview = ({ parts }: { readonly parts: readonly PostPart[] }) => {
  const text = useText().publishing
  return (
    <ol aria-label={text.preview}>
      {parts.map((part, at) => (
        <Part
          key={`${part.kind} ${part.photos.join()} ${part.html.slice(0, 40)}`}
          part={part}
          number={at + 1}
          all={parts.length}
        />
      ))}
    </ol>
  )
}
