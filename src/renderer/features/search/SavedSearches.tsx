import { GripVertical, MoreHorizontal } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import type { Failure, Result } from '../../../shared/api/result.ts'
import { searchApi } from '../../../shared/search/api.ts'
import type { ArchiveFilter, SavedSearch } from '../../../shared/search/archive.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { NameDialog } from './NameDialog.tsx'
import styles from './SavedSearches.module.css'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

interface SavedSearchesProps {
  readonly filter: ArchiveFilter
  readonly onChoose: (filter: ArchiveFilter) => void
}

/** The person's own searches: chosen by a press, put in order by dragging or by the keys of a drag. */
export const SavedSearches = ({ filter, onChoose }: SavedSearchesProps) => {
  const text = useText()
  const words = text.search.saved
  const client = useClient()
  const toast = useToast()
  const { person, workspace } = useSession()
  const { value, failure: unread, refresh } = useQuery(searchApi.saved, {}, ['search'])
  const [failure, setFailure] = useState<Failure | null>(null)
  /** The search that is being named; null for a new one, undefined for none. */
  const [naming, setNaming] = useState<SavedSearch | null | undefined>(undefined)
  const searches = value ?? []
  const mayChange = person !== null && !workspace.readOnly

  const told = <T,>(result: Result<T>): boolean => {
    setFailure(result.ok ? null : result.failure)
    return result.ok
  }
  const save = async (search: { id: string | null; name: string; filter: ArchiveFilter }) => {
    if (told(await client.call(searchApi.save, search))) toast({ text: words.done(search.name) })
  }
  const remove = async ({ id, name, filter: kept }: SavedSearch) => {
    const next = searches[searches.findIndex((each) => each.id === id) + 1]?.id ?? null
    const putBack = async () => {
      const saved = await client.call(searchApi.save, { id: null, name, filter: kept })
      if (told(saved) && saved.ok) told(await client.call(searchApi.moveSaved, { id: saved.value.id, before: next }))
    }
    if (told(await client.call(searchApi.removeSaved, { id })))
      toast({ text: words.removed(name), action: { label: words.undo, onPress: () => void putBack() } })
  }
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !mayChange,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': searches.find(({ id }) => id === key)?.name ?? '' })),
    onReorder: ({ keys, target }) => {
      const [id] = [...keys]
      const at = searches.findIndex((each) => each.id === target.key)
      const before = target.dropPosition === 'after' ? searches[at + 1]?.id : searches[at]?.id
      if (id !== undefined) void client.call(searchApi.moveSaved, { id: String(id), before: before ?? null }).then(told)
    },
  })

  return (
    <div className={styles.panel}>
      <h2 className={styles.heading}>{words.title}</h2>
      {person === null ? (
        <p className={styles.empty}>{words.nobody}</p>
      ) : (
        <GridList
          aria-label={words.title}
          className={styles.list ?? ''}
          items={searches}
          dragAndDropHooks={dragAndDropHooks}
          onAction={(key) => {
            const chosen = searches.find(({ id }) => id === key)
            if (chosen) onChoose(chosen.filter)
          }}
          renderEmptyState={() => <p className={styles.empty}>{words.empty}</p>}
          dependencies={[filter, mayChange, words]}
        >
          {(search) => (
            <GridListItem id={search.id} textValue={search.name} className={styles.search ?? ''}>
              {mayChange && (
                <AriaButton slot="drag" className={styles.grip ?? ''} aria-label={words.take(search.name)}>
                  <GripVertical {...icon} />
                </AriaButton>
              )}
              <span className={styles.name}>{search.name}</span>
              {mayChange && (
                <Menu
                  label={words.acts(search.name)}
                  placement="bottom end"
                  trigger={<IconButton kind="plain" icon={<MoreHorizontal {...icon} />} label={words.acts(search.name)} />}
                  groups={[
                    {
                      id: 'acts',
                      entries: [
                        { id: 'rename', label: words.rename, onAction: () => setNaming(search) },
                        { id: 'replace', label: words.replace, onAction: () => void save({ ...search, filter }) },
                        { id: 'remove', label: words.remove, onAction: () => void remove(search) },
                      ],
                    },
                  ]}
                />
              )}
            </GridListItem>
          )}
        </GridList>
      )}
      {unread && <FailureMessage failure={unread} onAction={refresh} />}
      {failure && <FailureMessage failure={failure} onAction={() => setFailure(null)} actionLabel={text.ui.close} />}
      {mayChange && (
        <div className={styles.acts}>
          <Button onPress={() => setNaming(null)}>{words.save}</Button>
        </div>
      )}
      {naming !== undefined && (
        <NameDialog
          title={naming === null ? words.saveTitle : words.renameTitle}
          name={naming?.name ?? filter.query.slice(0, 80)}
          onSave={(name) => {
            setNaming(undefined)
            void save({ id: naming?.id ?? null, name, filter: naming?.filter ?? filter })
          }}
          onClose={() => setNaming(undefined)}
        />
      )}
    </div>
  )
}
