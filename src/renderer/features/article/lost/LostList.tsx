import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { lostApi } from '../../../../shared/article/lost/api.ts'
import type { LostText } from '../../../../shared/article/lost/lost-text.ts'
import { useClient } from '../../../api/hooks.tsx'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import type { ArticleSession } from '../sync/article-session.ts'
import styles from './LostList.module.css'

interface LostListProps {
  readonly session: ArticleSession
  readonly editor: Editor
  /** Those that wait for a decision; at least one. */
  readonly lost: readonly LostText[]
  readonly readOnly: boolean
}

/** Words that went when the changes of two people met: to be put back or thrown away. */
export const LostList = ({ session, editor, lost, readOnly }: LostListProps) => {
  const words = useText().version.lost
  const client = useClient()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (said === '') return
    const timer = window.setTimeout(() => setSaid(''), 4000)
    return () => window.clearTimeout(timer)
  }, [said])

  const settle = async ({ id, text }: LostText, how: 'placed' | 'discarded') => {
    if (how === 'placed') {
      editor.view.dispatch(editor.state.tr.insertText(text, editor.state.selection.to).scrollIntoView())
      // The record says «placed» only of words that are on disk.
      if (!(await session.settle())) return
    }
    const done = await client.call(lostApi.settle, { article: session.id, lost: id, how })
    setFailure(done.ok ? null : done.failure)
    if (done.ok) setSaid(words[how])
  }

  return (
    <section className={styles.lost} aria-label={words.title}>
      <h2 className={styles.title}>{words.title}</h2>
      <p className={styles.hint}>{words.hint}</p>
      <p role="status" className={styles.hint}>
        {said}
      </p>
      {failure && <FailureMessage failure={failure} />}
      <ul className={styles.list}>
        {lost.map((one) => (
          <li key={one.id} className={styles.item}>
            <p className={styles.words}>{one.text.trim()}</p>
            {(one.before !== '' || one.after !== '') && <p className={styles.hint}>{words.where(one.before, one.after)}</p>}
            {!readOnly && (
              <div className={styles.actions}>
                <Button onPress={() => void settle(one, 'placed')}>{words.insert}</Button>
                <Button kind="flat" onPress={() => void settle(one, 'discarded')}>
                  {words.discard}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
