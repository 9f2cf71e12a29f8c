import { type FormEvent, useState } from 'react'
import { GridList, GridListHeader, GridListItem, GridListSection } from 'react-aria-components'
import type { Failure } from '../../../../shared/api/result.ts'
import { versionApi } from '../../../../shared/article/version/api.ts'
import { type VersionFacts, versionNameLimit } from '../../../../shared/article/version/version.ts'
import { dayOf } from '../../../../shared/calendar/day.ts'
import { useClient, useQuery } from '../../../api/hooks.tsx'
import { useSession } from '../../../app/session.tsx'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { Field } from '../../../ui/Field.tsx'
import items from '../../../ui/ItemList.module.css'
import type { ArticleSession } from '../sync/article-session.ts'
import { RedlineDialog } from './RedlineDialog.tsx'
import { useVersionLabel } from './use-version-label.ts'
import styles from './VersionPanel.module.css'

interface VersionPanelProps {
  readonly session: ArticleSession
  readonly readOnly: boolean
}

/** Versions by the day they are of, newest first. */
const byDay = (facts: readonly VersionFacts[]): readonly (readonly [day: string, facts: readonly VersionFacts[]])[] => {
  const days = new Map<string, VersionFacts[]>()
  for (const one of facts) days.set(dayOf(one.at), [...(days.get(dayOf(one.at)) ?? []), one])
  return [...days]
}

/** The versions of an article: to keep one by name, to compare any two, to go back. */
export const VersionPanel = ({ session, readOnly }: VersionPanelProps) => {
  const text = useText()
  const words = text.version
  const format = useFormat()
  const client = useClient()
  const { staff } = useSession()
  const labelOf = useVersionLabel()
  const versions = useQuery(versionApi.list, { article: session.id }, ['article', 'workflow'])
  const [name, setName] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [said, setSaid] = useState('')
  const [compared, setCompared] = useState<string | null>(null)
  const facts = versions.value ?? []
  const nameOf = (id: string) => staff.find((member) => member.id === id)?.name ?? text.article.panel.unknownPerson

  const keep = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    // What was typed last belongs to the version too.
    await session.settle()
    const kept = await client.call(versionApi.keep, { article: session.id, name: name.trim() })
    setFailure(kept.ok ? null : kept.failure)
    if (!kept.ok) return
    setName('')
    setSaid(words.kept)
  }

  return (
    <div className={styles.panel}>
      {!readOnly && (
        <form className={styles.keep} onSubmit={(event) => void keep(event)}>
          <Field label={words.name} value={name} onChange={(typed) => setName(typed.slice(0, versionNameLimit))} />
          <Button type="submit" isDisabled={name.trim() === ''}>
            {words.keep}
          </Button>
        </form>
      )}
      <p role="status" className={items.hidden}>
        {said}
      </p>
      {failure && <FailureMessage failure={failure} />}
      {versions.failure && <FailureMessage failure={versions.failure} onAction={versions.refresh} />}
      {versions.value && facts.length === 0 && <p className={styles.empty}>{words.empty}</p>}
      {facts.length > 0 && (
        <GridList aria-label={words.list} className={styles.list ?? ''} onAction={(id) => setCompared(String(id))}>
          {byDay(facts).map(([day, ofDay]) => (
            <GridListSection key={day} id={day}>
              <GridListHeader className={styles.day ?? ''}>{format.day(day)}</GridListHeader>
              {ofDay.map((one) => (
                <GridListItem
                  key={one.id}
                  id={one.id}
                  textValue={`${format.time(one.at)} ${labelOf(one)} ${one.persons.map(nameOf).join(', ')}`}
                  className={styles.item ?? ''}
                >
                  <span className={styles.time}>{format.time(one.at)}</span>
                  <span className={styles.what}>
                    <span className={one.name === '' ? styles.label : styles.named}>{labelOf(one)}</span>
                    <span className={styles.meta}>{[...one.persons.map(nameOf), words.size(one.characters)].join(' · ')}</span>
                  </span>
                </GridListItem>
              ))}
            </GridListSection>
          ))}
        </GridList>
      )}
      {compared !== null && (
        <RedlineDialog
          session={session}
          facts={facts}
          chosen={compared}
          readOnly={readOnly}
          nameOf={nameOf}
          onClose={() => setCompared(null)}
        />
      )}
    </div>
  )
}
