import { CornerLeftUp, Folder, Newspaper } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { GridList, GridListItem } from 'react-aria-components'
import type { z } from 'zod'
import type { Failure } from '../../../shared/api/result.ts'
import { desktopApi } from '../../../shared/desktop/api.ts'
import { workspaceApi } from '../../../shared/workspace/api.ts'
import { type Query, useBackendEvents, useClient, useQuery } from '../../api/hooks.tsx'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { ProgressLine } from '../../ui/ProgressLine.tsx'
import styles from './FolderDialog.module.css'
import { OpeningProgress } from './OpeningProgress.tsx'
import { joinPath } from './paths.ts'

/** What the folder is for: the training newsroom, an own new one, or one there is. */
export type FolderPurpose = 'demo' | 'create' | 'open'

type Listing = z.output<typeof workspaceApi.browse.output>

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

/** Folders on the disk to walk through, where the system has no dialog for it: in a browser. */
const FolderList = ({ listing, onEnter }: { listing: Query<Listing>; onEnter: (folder: string) => void }) => {
  const text = useText()
  const here = listing.value?.folder ?? null
  const rows = [
    ...(listing.value?.parent ? [{ id: listing.value.parent, name: text.start.up, kind: 'up' as const }] : []),
    ...(listing.value?.entries ?? []).map((entry) => ({
      id: entry.folder,
      name: entry.name,
      kind: entry.newsroom ? ('newsroom' as const) : ('folder' as const),
    })),
  ]

  return (
    <>
      {listing.failure && (
        <FailureMessage failure={listing.failure} onAction={() => onEnter(here ?? '/')} actionLabel={text.start.up} />
      )}
      <div>
        <p className={styles.here}>{listing.value?.entries.length === 0 ? text.start.emptyFolder : text.start.folders}</p>
        <GridList
          aria-label={text.start.folders}
          className={styles.folders ?? ''}
          items={rows}
          onAction={(key) => onEnter(String(key))}
          renderEmptyState={() => <p className={styles.none}>{text.start.emptyFolder}</p>}
        >
          {(row) => (
            <GridListItem id={row.id} textValue={row.name} className={styles.folder ?? ''}>
              {row.kind === 'up' ? (
                <CornerLeftUp {...icon} />
              ) : row.kind === 'newsroom' ? (
                <Newspaper {...icon} />
              ) : (
                <Folder {...icon} />
              )}
              <span className={styles.name}>{row.name}</span>
              {row.kind === 'newsroom' && <span className={styles.note}>{text.start.newsroomFolder}</span>}
            </GridListItem>
          )}
        </GridList>
      </div>
    </>
  )
}

const FolderChoice = ({ purpose, onClose }: { purpose: FolderPurpose; onClose: () => void }) => {
  const text = useText()
  const client = useClient()
  const words = text.start[purpose]
  const suggested = purpose === 'open' ? null : words.folder
  const [browsed, setBrowsed] = useState<string | null>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [working, setWorking] = useState(false)
  const [job] = useState(() => crypto.randomUUID())
  /** How far the making of the training newsroom is, in texts. */
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null)
  const listing = useQuery(workspaceApi.browse, { folder: browsed })
  const here = listing.value?.folder ?? null
  const fallback = here === null ? '' : suggested === null ? here : joinPath(here, suggested)
  const path = typed ?? fallback

  const enter = (folder: string) => {
    setBrowsed(folder)
    setTyped(null)
    setFailure(null)
  }

  useBackendEvents((event) => {
    if (event.type === 'jobProgress' && event.job === job) setProgress({ done: event.done, total: event.total })
  })

  const submit = async (folder = path.trim()) => {
    if (working || folder === '') return
    setWorking(true)
    setProgress(null)
    setFailure(null)
    const result =
      purpose === 'open'
        ? await client.call(workspaceApi.open, { folder })
        : await client.call(workspaceApi.create, { folder, demo: purpose === 'demo', job })
    setWorking(false)
    if (result.ok) onClose()
    else setFailure(result.failure)
  }

  /** Asks in the system's dialog; what exists is opened at once, a place for something new is shown first. */
  const choose = async (): Promise<'chosen' | 'given up'> => {
    const answer = await client.call(desktopApi.chooseFolder, { title: words.choose, action: text.start.chooseAction })
    if (!answer.ok) setFailure(answer.failure)
    const folder = answer.ok ? answer.value.folder : null
    if (folder === null) return answer.ok ? 'given up' : 'chosen'
    setFailure(null)
    setTyped(suggested === null ? folder : joinPath(folder, suggested))
    if (purpose === 'open') await submit(folder)
    return 'chosen'
  }
  const atOnce = useRef(client.desktop !== null && purpose === 'open')
  const [hidden, setHidden] = useState(atOnce.current)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the system's dialog comes up once, with this one.
  useEffect(() => {
    if (!atOnce.current) return
    atOnce.current = false
    void choose().then((outcome) => (outcome === 'given up' ? onClose() : setHidden(false)))
  }, [])
  if (hidden) return null

  return (
    <FormDialog
      title={words.choose}
      onClose={onClose}
      onSubmit={() => void submit()}
      wide
      verb={working ? (purpose === 'open' ? text.start.working : text.start.creating) : words.action}
      isReady={!working}
    >
      <Field
        label={text.start.path}
        value={path}
        onChange={setTyped}
        hint={purpose === 'open' ? text.start.pathHintOpen : text.start.pathHint}
        autoFocus
      />
      {working && progress && <ProgressLine label={text.start.taking(progress.done, progress.total)} {...progress} />}
      {working && purpose === 'open' && <OpeningProgress />}
      {failure && <FailureMessage failure={failure} />}
      {client.desktop ? (
        <div>
          <Button onPress={() => void choose()}>{text.start.chooseFolder}</Button>
        </div>
      ) : (
        <FolderList listing={listing} onEnter={enter} />
      )}
    </FormDialog>
  )
}

/** Asks for a folder: from a list of what is on the disk, or typed. Opens or creates it and says what went wrong. */
export const FolderDialog = ({ purpose, onClose }: { readonly purpose: FolderPurpose | null; readonly onClose: () => void }) =>
  purpose && <FolderChoice key={purpose} purpose={purpose} onClose={onClose} />
