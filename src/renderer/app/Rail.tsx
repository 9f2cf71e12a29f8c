import { deskApi } from '../../shared/desk/api.ts'
import { useQuery } from '../api/hooks.tsx'
import { useText } from '../i18n/text.tsx'
import { describeBinding, frameKeys } from './keys.ts'
import styles from './Rail.module.css'
import { hrefOf, parseRoute, type Section } from './router.ts'
import { sections } from './sections.ts'
import { useSession } from './session.tsx'
import { onMac } from './use-keys.ts'

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 2)
    .map((word) => word.charAt(0).toLocaleUpperCase('ru'))
    .join('')

const addressOf = (section: Section): string => hrefOf(parseRoute(`#/${section}`) ?? { section: 'issue' })

/** A badge has room for two digits. */
const mostShown = 99

/** The sections of the newsroom, always in the same place. */
export const Rail = ({ current }: { readonly current: Section | null }) => {
  const text = useText()
  const { workspace } = useSession()
  const mac = onMac()
  const waiting =
    useQuery(deskApi.waiting, {}, ['article', 'workflow', 'issue', 'staff', 'settings', 'calendar']).value?.count ?? 0
  return (
    <nav className={styles.rail} aria-label={text.app.sections}>
      <div className={styles.nameplate} title={workspace.name}>
        {initials(workspace.name)}
      </div>
      {sections.map(({ id, icon: Icon }) => (
        <a
          key={id}
          href={addressOf(id)}
          className={id === 'settings' ? styles.last : styles.section}
          title={`${text.app.section[id]} (${describeBinding(frameKeys[id], mac)})`}
          {...(id === current ? { 'aria-current': 'page' as const } : {})}
        >
          <Icon size={20} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
          {id === 'desk' && waiting > 0 && (
            <span className={styles.badge} role="img" aria-label={text.app.waitingFor(waiting)}>
              {waiting > mostShown ? `${mostShown}+` : waiting}
            </span>
          )}
          {text.app.section[id]}
        </a>
      ))}
    </nav>
  )
}
