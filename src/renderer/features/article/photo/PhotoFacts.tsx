import { useState } from 'react'
import type { z } from 'zod'
import type { mediaApi } from '../../../../shared/media/api.ts'
import { weightOf } from '../../../../shared/media/rights.ts'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { CardDialog } from './CardDialog.tsx'
import styles from './PhotoView.module.css'
import { usePhotoSurroundings } from './photo-place.tsx'
import { columnsEnough, finenessOf } from './resolution.ts'
import { useFinenessWords } from './use-fineness-words.ts'

export type ReadMedium = z.output<typeof mediaApi.read.output>

interface PhotoFactsProps {
  readonly media: string
  readonly medium: ReadMedium
  /** What the article says beside the photo. */
  readonly caption: string
  readonly credit: string
}

/** How fine a photo is where it stands, or how far it would do. */
const Resolution = ({ media, medium }: Pick<PhotoFactsProps, 'media' | 'medium'>) => {
  const words = useText().article.photo.resolution
  const say = useFinenessWords()
  const { place } = usePhotoSurroundings()
  if (place === null) return null
  const fineness = finenessOf(place, media, medium)
  if (fineness) return <span data-verdict={fineness.verdict}>{say(fineness)}</span>
  const enough = columnsEnough(place, medium)
  return enough === 0 ? <span data-verdict="coarse">{words.none}</span> : <span data-verdict="good">{words.enough(enough)}</span>
}

/** What has to be known of a photo in a text: its resolution on paper, what its rights lack, and its card. */
export const PhotoFacts = ({ media, medium, caption, credit }: PhotoFactsProps) => {
  const words = useText()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const { gaps, standing, licenceUse } = medium
  const say = ({ kind, person, ended }: ReadMedium['gaps'][number]) =>
    kind === 'licenceUse' && licenceUse !== null && licenceUse !== 'everywhere'
      ? words.article.photo.onlyFor[licenceUse]
      : words.media.gaps[kind](person, ended === null ? '' : format.date(ended))
  return (
    <div className={styles.facts}>
      <Resolution media={media} medium={medium} />
      {standing !== 'passed' &&
        gaps.map((gap, at) => (
          // Two people without a name lack the same thing: only their places tell them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <span key={`${gap.kind} ${at}`} data-weight={weightOf(gap)}>
            {say(gap)}
          </span>
        ))}
      <Button onPress={() => setOpen(true)}>{words.media.card}</Button>
      {open && <CardDialog id={media} suggested={{ caption, credit }} onClose={() => setOpen(false)} />}
    </div>
  )
}
