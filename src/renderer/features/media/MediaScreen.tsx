import { FolderPlus, ImagePlus } from 'lucide-react'
import { type DragEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { type MediaFilter, mediaApi, mediaFilters } from '../../../shared/media/api.ts'
import { useQuery } from '../../api/hooks.tsx'
import { hrefOf } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../i18n/text.tsx'
import { MediaGrid } from '../../media/MediaGrid.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { ProgressLine } from '../../ui/ProgressLine.tsx'
import { Select } from '../../ui/Select.tsx'
import { WorkScreen } from '../../ui/WorkScreen.tsx'
import { AddReport } from './AddReport.tsx'
import styles from './MediaScreen.module.css'
import { MediumPanel } from './MediumPanel.tsx'
import { chosenFiles, droppedFiles } from './picture-files.ts'
import { useAddPictures } from './use-add-pictures.ts'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const
const pictureTypes = 'image/jpeg,image/png,image/webp,image/tiff'
/** More than any list shows at once; the grid draws only what is in view. */
const most = 10_000

/** «Снимки»: every picture of the newsroom, its card, and where it stands. */
export const MediaScreen = ({ medium }: { readonly medium: string | null }) => {
  const words = useText().media
  const { workspace } = useSession()
  const [typed, setTyped] = useState('')
  const [filter, setFilter] = useState<MediaFilter>('all')
  const [selected, setSelected] = useState(medium)
  const [over, setOver] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const folderPicker = useRef<HTMLInputElement>(null)
  const query = useQuery(mediaApi.list, { words: typed, filter, count: most }, ['media', 'article', 'advert'])
  const { add, progress, report, stop, closeReport } = useAddPictures()
  /** What was found last stays while the next is looked for. */
  const [found, setFound] = useState(query.value)
  if (query.value !== null && query.value !== found) setFound(query.value)
  const mayAdd = !workspace.readOnly && progress === null
  const isAll = typed.trim() === '' && filter === 'all'

  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0 || !mayAdd) return
    event.preventDefault()
    void add(chosenFiles(files))
  })
  useEffect(() => {
    const listener = (event: ClipboardEvent) => onPaste(event)
    document.addEventListener('paste', listener)
    return () => document.removeEventListener('paste', listener)
  }, [])

  const watchDrag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    // Without this the browser would leave the program and show the file.
    event.preventDefault()
    event.stopPropagation()
    event.dataTransfer.dropEffect = mayAdd ? 'copy' : 'none'
    setOver(mayAdd)
  }

  return (
    <div
      className={styles.target}
      onDragEnterCapture={watchDrag}
      onDragOverCapture={watchDrag}
      onDragLeaveCapture={(event) => {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) setOver(false)
      }}
      onDropCapture={(event) => {
        watchDrag(event)
        setOver(false)
        if (mayAdd) void droppedFiles(event.dataTransfer).then(add)
      }}
    >
      <WorkScreen
        title={words.title}
        back={{ href: hrefOf({ section: 'article', article: null }), label: words.back }}
        beside={
          <span className={styles.count} role="status">
            {found && words.count(found.total)}
          </span>
        }
        actions={
          <>
            {!workspace.readOnly && (
              <Button
                icon={<FolderPlus {...icon} />}
                isDisabled={progress !== null}
                onPress={() => folderPicker.current?.click()}
              >
                {words.addFolder}
              </Button>
            )}
            {!workspace.readOnly && (
              <Button
                kind="primary"
                icon={<ImagePlus {...icon} />}
                isDisabled={progress !== null}
                onPress={() => picker.current?.click()}
              >
                {words.add}
              </Button>
            )}
            <input
              ref={picker}
              type="file"
              accept={pictureTypes}
              multiple
              hidden
              aria-label={words.pick}
              onChange={(event) => {
                void add(chosenFiles([...(event.target.files ?? [])]))
                event.target.value = ''
              }}
            />
            <input
              ref={(input) => {
                folderPicker.current = input
                if (input) input.webkitdirectory = true
              }}
              type="file"
              hidden
              aria-label={words.pickFolder}
              onChange={(event) => {
                void add(chosenFiles([...(event.target.files ?? [])]))
                event.target.value = ''
              }}
            />
          </>
        }
      >
        <search className={styles.filters}>
          <div className={styles.find}>
            <Field label={words.find} value={typed} onChange={setTyped} />
          </div>
          <Select
            label={words.filter}
            value={filter}
            onChange={setFilter}
            options={mediaFilters.map((id) => ({ id, label: words.filters[id] }))}
          />
        </search>
        {progress && (
          <div className={styles.report}>
            <ProgressLine label={words.adding(progress.file)} done={progress.done} total={progress.total} onCancel={stop} />
          </div>
        )}
        {report && <AddReport report={report} onClose={closeReport} />}
        {query.failure && <FailureMessage failure={query.failure} onAction={query.refresh} />}
        <div className={styles.matter}>
          {found && found.media.length > 0 && <MediaGrid media={found.media} selected={selected} onSelect={setSelected} />}
          {found?.media.length === 0 && (
            <div className={styles.none}>
              {isAll ? (
                <EmptyState>{words.empty}</EmptyState>
              ) : (
                <EmptyState
                  action={
                    <Button
                      onPress={() => {
                        setTyped('')
                        setFilter('all')
                      }}
                    >
                      {words.showAll}
                    </Button>
                  }
                >
                  {words.nothing}
                </EmptyState>
              )}
            </div>
          )}
          {selected !== null && <MediumPanel key={selected} id={selected} />}
          {selected === null && found !== null && found.media.length > 0 && (
            <aside className={styles.panel} aria-label={words.card}>
              <p className={styles.hint}>{words.choose}</p>
            </aside>
          )}
        </div>
      </WorkScreen>
      {over && <div className={styles.veil}>{words.drop}</div>}
    </div>
  )
}
