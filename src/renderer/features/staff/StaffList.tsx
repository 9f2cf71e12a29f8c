import { useSession } from '../../app/session.tsx'
import { useText } from '../../i18n/text.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import styles from './StaffList.module.css'

/** Who works here and in which roles. */
export const StaffList = () => {
  const text = useText()
  const { staff, person } = useSession()
  const words = text.settings.staff
  if (staff.length === 0) return <EmptyState>{words.empty}</EmptyState>
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.roles}</th>
          </tr>
        </thead>
        <tbody>
          {staff.map((member) => (
            <tr key={member.id}>
              <td>
                {member.name}
                {member.id === person?.id && <span className={styles.you}>{words.you}</span>}
              </td>
              <td>{member.roles.map((role) => text.vocabulary.role[role]).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.hint}>{words.hint}</p>
    </>
  )
}
