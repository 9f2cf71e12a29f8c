import { Copy } from 'lucide-react'
import { useState } from 'react'
import { authorApi } from '../../../shared/author/api.ts'
import { useQuery } from '../../api/hooks.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import record from '../../ui/Record.module.css'
import styles from './AuthorScreen.module.css'
import { replyOf } from './reply.ts'

/** «Что с моим материалом»: where each story of an author is, as a line to answer with. */
export const AuthorStories = ({ author }: { readonly author: string }) => {
  const words = useText().author
  const format = useFormat()
  const query = useQuery(authorApi.stories, { author }, ['article', 'workflow', 'issue', 'publishing'])
  const [copied, setCopied] = useState<string | null>(null)
  const copy = async (line: string) => {
    try {
      await navigator.clipboard.writeText(line)
      setCopied(words.copied)
    } catch {
      setCopied(words.notCopied)
    }
  }
  const stories = query.value ?? []
  return (
    <section aria-label={words.stories}>
      <h3 className={styles.head}>{words.stories}</h3>
      {query.failure && <FailureMessage failure={query.failure} onAction={query.refresh} />}
      {query.value && stories.length === 0 && <p className={record.note}>{words.noOwn}</p>}
      <ul className={styles.stories}>
        {stories.map((story) => {
          const line = replyOf(story, words, format, Date.now())
          return (
            <li key={story.article}>
              <span>{line}</span>
              <IconButton
                icon={<Copy size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />}
                label={words.copyOf(story.headline || words.untitled)}
                onPress={() => void copy(line)}
              />
            </li>
          )
        })}
      </ul>
      <p role="status" className={record.note}>
        {copied}
      </p>
    </section>
  )
}
