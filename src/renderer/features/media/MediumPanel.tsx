import { type MediumPlace, mediaApi } from '../../../shared/media/api.ts'
import { emptyCard } from '../../../shared/media/card.ts'
import { mediaAddress } from '../../api/addresses.ts'
import { useQuery } from '../../api/hooks.tsx'
import { hrefOf } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { CardForm } from '../../media/CardForm.tsx'
import { MediumRights } from '../../media/MediumRights.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import styles from './MediaScreen.module.css'

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
          <MediumRights state={state} isReadOnly={workspace.readOnly} />
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
