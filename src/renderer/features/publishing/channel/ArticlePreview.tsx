import type { ArticlePart, ChannelKind } from '../../../../shared/publishing/channel.ts'
import { useFormat, useText } from '../../../i18n/text.tsx'
import styles from './ArticlePreview.module.css'
import { RichText } from './RichText.tsx'

/** A whole article: as a plain page of a site shows it, or as a reader of feeds does. */
export const ArticlePreview = ({ part, kind }: { readonly part: ArticlePart; readonly kind: ChannelKind }) => {
  const text = useText().publishing
  const format = useFormat()
  return (
    <>
      <article className={styles.article} data-look={kind === 'rss' ? 'feed' : 'site'} lang="ru">
        <h3 className={styles.title}>{part.title || text.untitled}</h3>
        {kind === 'rss' && part.summary !== '' && <p className={styles.summary}>{part.summary}</p>}
        <RichText html={part.html} />
      </article>
      <p className={styles.length}>{text.counterFree(format.number(part.length))}</p>
    </>
  )
}
