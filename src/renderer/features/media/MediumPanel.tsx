import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { type MediumPlace, type MediumState, mediaApi } from '../../../shared/media/api.ts'
import { emptyCard } from '../../../shared/media/card.ts'
import { weightOf } from '../../../shared/media/rights.ts'
import { mediaAddress } from '../../api/addresses.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { hrefOf } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { CardForm } from './CardForm.tsx'
import styles from './MediaScreen.module.css'

const Rights = ({ state, isReadOnly }: { readonly state: MediumState; readonly isReadOnly: boolean }) => {
  const words = useText().media
  const format = useFormat()
  const client = useClient()
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const { id, gaps, standing, pass, mayPass } = state
  const decide = async (next: string | null) => {
    const saved = await client.call(mediaApi.setPass, { id, reason: next })
    setFailure(saved.ok ? null : saved.failure)
    if (saved.ok) setReason('')
  }
  if (gaps.length === 0) return null
  return (
    <section aria-label={words.rights}>
      <h2>{words.rights}</h2>
      <ul className={styles.gaps}>
        {gaps.map((gap, at) => (
          // Two people without a name lack the same thing: only their places tell them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={`${gap.kind} ${at}`} data-weight={weightOf(gap)}>
            {words.gaps[gap.kind](gap.person, gap.ended === null ? '' : format.date(gap.ended))}
          </li>
        ))}
      </ul>
      {(standing === 'law' || standing === 'editor') && <p className={styles.blocked}>{words.blocked}</p>}
      {failure && <FailureMessage failure={failure} />}
      {pass && standing === 'passed' && (
        <div className={styles.pass}>
          <p>{words.passed(pass.name, pass.reason)}</p>
          {mayPass && !isReadOnly && <Button onPress={() => void decide(null)}>{words.withdraw}</Button>}
        </div>
      )}
      {standing === 'editor' && mayPass && !isReadOnly && (
        <div className={styles.pass}>
          <Field label={words.passReason} value={reason} onChange={setReason} lines={2} />
          <Button isDisabled={reason.trim().length < 3} onPress={() => void decide(reason)}>
            {words.pass}
          </Button>
        </div>
      )}
    </section>
  )
}

const Place = ({ place }: { readonly place: MediumPlace }) => {
  const words = useText().media
  const { article, headline, issue, page, printed } = place
  const where = issue === null || page === null ? words.unplaced : (printed ? words.printed : words.planned)(issue, page)
  return (
    <li>
      <a href={hrefOf({ section: 'article', article })}>{headline.trim() || words.untitled}</a>
      <div className={styles.facts}>{where}</div>
    </li>
  )
}

/** A picture at large with all that is known of it. */
export const MediumPanel = ({ id }: { readonly id: string }) => {
  const words = useText().media
  const format = useFormat()
  const { workspace } = useSession()
  const query = useQuery(mediaApi.state, { id }, ['media', 'article', 'issue', 'advert'])
  const state = query.value
  return (
    <aside className={styles.panel} aria-label={words.card}>
      {query.failure && <FailureMessage failure={query.failure} onAction={query.refresh} />}
      {state && (
        <>
          <img className={styles.shown} src={mediaAddress(id, 760)} alt={state.card?.caption ?? ''} />
          <p className={styles.facts}>{state.name}</p>
          <p className={styles.facts}>{words.size(state.width, state.height, format.bytes(state.bytes))}</p>
          {state.taken && (
            <p className={styles.facts}>{words.taken(format.moment(state.taken.at, Date.now()), state.taken.name)}</p>
          )}
          <Rights state={state} isReadOnly={workspace.readOnly} />
          <section aria-label={words.card}>
            <h2>{words.card}</h2>
            <CardForm id={id} card={state.card ?? emptyCard} isReadOnly={workspace.readOnly} />
          </section>
          <section aria-label={words.places}>
            <h2>{words.places}</h2>
            {state.places.length + state.adverts.length === 0 && <p>{words.nowhere}</p>}
            <ul className={styles.places}>
              {state.places.map((place) => (
                <Place key={`${place.article} ${place.issue}`} place={place} />
              ))}
              {state.adverts.map((title) => (
                <li key={title}>{words.advert(title)}</li>
              ))}
            </ul>
          </section>
        </>
      )}
    </aside>
  )
}
