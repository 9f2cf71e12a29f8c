import { useState } from 'react'
import { authorApi, type ListedAuthor } from '../../../shared/author/api.ts'
import { useQuery } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { RecordName } from '../../ui/RecordName.tsx'
import { ScreenFrame, ScreenPart } from '../../ui/ScreenFrame.tsx'
import { SortTable } from '../../ui/SortTable.tsx'
import { AuthorDialog } from './AuthorDialog.tsx'
import { LineageTables } from './LineageTables.tsx'

/** «Авторы и строкаж»: what an issue has of whom, and who writes from outside. */
export const AuthorScreen = () => {
  const words = useText().author
  const format = useFormat()
  const { workspace } = useSession()
  const query = useQuery(authorApi.list, {}, ['author', 'article', 'workflow'])
  const [open, setOpen] = useState<ListedAuthor | null | undefined>(undefined)
  const authors = query.value?.authors ?? []
  const mayChange = query.value?.mayChange === true && !workspace.readOnly
  const joined = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(', ')
  return (
    <ScreenFrame title={words.title}>
      <LineageTables />
      <ScreenPart title={words.cards} actions={mayChange && <Button onPress={() => setOpen(null)}>{words.newCard}</Button>}>
        {query.failure && <FailureMessage failure={query.failure} onAction={query.refresh} />}
        {query.value && authors.length === 0 && <EmptyState>{words.noCards}</EmptyState>}
        {authors.length > 0 && (
          <SortTable
            label={words.cards}
            columns={[
              {
                id: 'name',
                label: words.columns.author,
                by: (row) => row.name,
                cell: (row) => <RecordName name={row.name} note={row.alsoSigns.join(', ')} onOpen={() => setOpen(row)} />,
              },
              {
                id: 'place',
                label: words.columns.place,
                by: (row) => row.region || row.place || null,
                cell: (row) => joined(row.place, row.region),
              },
              { id: 'contacts', label: words.columns.contacts, cell: (row) => joined(row.mail, row.phone) },
              {
                id: 'stories',
                label: words.columns.stories,
                isNumber: true,
                by: (row) => row.stories,
                cell: (row) => format.number(row.stories),
              },
              {
                id: 'published',
                label: words.columns.published,
                isNumber: true,
                by: (row) => row.published,
                cell: (row) => format.number(row.published),
              },
            ]}
            rows={authors}
            keyOf={(row) => row.id}
          />
        )}
      </ScreenPart>
      {open !== undefined && <AuthorDialog author={open} isReadOnly={!mayChange} onClose={() => setOpen(undefined)} />}
    </ScreenFrame>
  )
}
