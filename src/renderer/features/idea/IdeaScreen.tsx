import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { Failure } from '../../../shared/api/result.ts'
import { ideaApi, type ListedIdea } from '../../../shared/idea/api.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { readFiles } from '../../api/read-files.ts'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { ScreenFrame, ScreenPart } from '../../ui/ScreenFrame.tsx'
import { useFileDrop } from '../../ui/use-file-drop.ts'
import { DeclineDialog } from './DeclineDialog.tsx'
import { IdeaDialog } from './IdeaDialog.tsx'
import { IdeaLine, type Taking } from './IdeaLine.tsx'
import styles from './IdeaScreen.module.css'

/** «Предложения»: what people outside and inside propose, and what was decided about it. */
export const IdeaScreen = () => {
  const words = useText().idea
  const client = useClient()
  const { workspace } = useSession()
  const query = useQuery(ideaApi.list, {}, ['idea', 'staff'])
  const [adding, setAdding] = useState(false)
  const [declining, setDeclining] = useState<ListedIdea | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [received, setReceived] = useState(false)
  const ideas = query.value?.ideas ?? []
  const mayDecide = query.value?.mayDecide === true && !workspace.readOnly
  const waiting = ideas.filter(({ state }) => state === 'new')
  const decided = ideas.filter(({ state }) => state !== 'new')

  const receive = async (files: readonly File[]) => {
    if (files.length === 0 || workspace.readOnly) return
    const taken = await client.call(ideaApi.receive, { files: await readFiles(files) })
    setFailure(taken.ok ? null : taken.failure)
    setReceived(taken.ok)
  }
  const accept = async (idea: string, as: Taking) => {
    const taken = await client.call(ideaApi.accept, { idea, as })
    setFailure(taken.ok ? null : taken.failure)
  }
  const { isOver, area } = useFileDrop((files) => void receive(files), !workspace.readOnly)
  const line = (idea: ListedIdea) => (
    <IdeaLine
      key={idea.id}
      idea={idea}
      mayDecide={mayDecide}
      onAccept={(as) => void accept(idea.id, as)}
      onDecline={() => setDeclining(idea)}
    />
  )
  return (
    <div className={classes(styles.area, isOver && styles.over)} {...area}>
      <ScreenFrame
        title={words.title}
        actions={
          !workspace.readOnly && (
            <>
              <FileTrigger
                allowsMultiple
                onSelect={(files) => {
                  if (files) void receive([...files])
                }}
              >
                <Button>{words.choose}</Button>
              </FileTrigger>
              <Button kind="primary" onPress={() => setAdding(true)}>
                {words.add}
              </Button>
            </>
          )
        }
      >
        <p className={styles.hint}>{isOver ? words.dropHere : words.hint}</p>
        <p role="status">{received ? words.received : ''}</p>
        {[query.failure, failure].map((each) => each && <FailureMessage key={each.what} failure={each} />)}
        <ScreenPart title={words.waiting}>
          {query.value && waiting.length === 0 ? (
            <EmptyState>{words.empty}</EmptyState>
          ) : (
            <ul className={styles.list}>{waiting.map(line)}</ul>
          )}
        </ScreenPart>
        {decided.length > 0 && (
          <ScreenPart title={words.decided}>
            <ul className={styles.list}>{decided.map(line)}</ul>
          </ScreenPart>
        )}
        {adding && <IdeaDialog onClose={() => setAdding(false)} />}
        {declining && <DeclineDialog idea={declining} onClose={() => setDeclining(null)} />}
      </ScreenFrame>
    </div>
  )
}
