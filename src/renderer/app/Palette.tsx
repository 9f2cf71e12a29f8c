import { Search } from 'lucide-react'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { Autocomplete, Dialog, Input, Menu, MenuItem, Modal, ModalOverlay, SearchField } from 'react-aria-components'
import { type SearchHit, searchApi } from '../../shared/search/api.ts'
import { useClient } from '../api/hooks.tsx'
import { useFormat, useText } from '../i18n/text.tsx'
import { FailureMessage } from '../ui/FailureMessage.tsx'
import { describeBinding, frameKeys } from './keys.ts'
import styles from './Palette.module.css'
import { PaletteHit } from './PaletteHit.tsx'
import { isFound, type PaletteEntry } from './palette.ts'
import { createPaletteSearch, type SearchState } from './palette-search.ts'
import { navigate, parseRoute } from './router.ts'
import { sections } from './sections.ts'
import { useSession } from './session.tsx'
import { onMac } from './use-keys.ts'

/** How many articles the palette shows; who needs more types another word. */
const mostHits = 12
/** How many issues and pages it shows at once: an archive has hundreds. */
const mostEntries = 6

const useEntries = (onKeyList: () => void, typed: string): readonly PaletteEntry[] => {
  const text = useText()
  const { issues, issue, chooseIssue, startNewIssue, may } = useSession()
  const words = text.app.palette
  const commands: readonly PaletteEntry[] = [
    ...sections.map(({ id }) => ({
      id: `section ${id}`,
      label: text.app.section[id],
      note: words.section,
      keys: describeBinding(frameKeys[id], onMac()),
      run: () => navigate(parseRoute(`#/${id}`) ?? { section: 'issue' }),
    })),
    { id: 'media', label: text.media.title, note: words.section, run: () => navigate({ section: 'media', medium: null }) },
    ...(!may('planIssue') ? [] : [{ id: 'new issue', label: text.app.newIssue, note: words.action, run: startNewIssue }]),
    { id: 'keys', label: text.app.keys, note: words.action, keys: 'F1', run: onKeyList },
  ]
  const places: readonly PaletteEntry[] = [
    ...Array.from({ length: issue?.pages ?? 0 }, (_, at) => ({
      id: `page ${at + 1}`,
      label: words.page(at + 1),
      note: text.app.issueTitle(issue?.serial ?? ''),
      run: () => navigate({ section: 'page', page: at + 1 }),
    })),
    ...issues.map(({ serial }) => ({
      id: `issue ${serial}`,
      label: text.app.issueTitle(serial),
      note: words.issue,
      run: () => {
        chooseIssue(serial)
        navigate({ section: 'issue' })
      },
    })),
  ]
  const isWanted = ({ label, note }: PaletteEntry) => isFound(`${label} ${note}`, typed)
  return typed.trim() === '' ? commands : [...commands.filter(isWanted), ...places.filter(isWanted).slice(0, mostEntries)]
}

const useSearch = (query: string): SearchState => {
  const client = useClient()
  const search = useMemo(
    () =>
      createPaletteSearch(
        (asked) => client.call(searchApi.find, { query: asked, limit: mostHits }),
        (work, milliseconds) => {
          const timer = setTimeout(work, milliseconds)
          return () => clearTimeout(timer)
        },
      ),
    [client],
  )
  useEffect(() => search.ask(query), [search, query])
  useEffect(() => search.stop, [search])
  return useSyncExternalStore(search.subscribe, search.state)
}

/** One line of the list: something to do, or an article that was found. */
type Line = { readonly id: string; readonly entry: PaletteEntry } | { readonly id: string; readonly hit: SearchHit }

const LineItem = ({ line }: { line: Line }) =>
  'hit' in line ? (
    <MenuItem id={line.id} textValue={line.hit.headline.text} className={styles.hit ?? ''}>
      <PaletteHit hit={line.hit} />
    </MenuItem>
  ) : (
    <MenuItem id={line.id} textValue={`${line.entry.label} ${line.entry.note}`} className={styles.entry ?? ''}>
      <span className={styles.label}>{line.entry.label}</span>
      <span className={styles.note}>{line.entry.note}</span>
      {line.entry.keys !== undefined && <kbd>{line.entry.keys}</kbd>}
    </MenuItem>
  )

const PaletteList = ({ onClose, onKeyList }: { onClose: () => void; onKeyList: () => void }) => {
  const text = useText()
  const words = text.app.palette
  const { number } = useFormat()
  const [typed, setTyped] = useState('')
  const entries = useEntries(onKeyList, typed)
  const { answer, failure, query } = useSearch(typed)
  const hits = typed.trim() === '' ? [] : (answer?.hits ?? [])
  const lines: readonly Line[] = [
    ...entries.map((entry) => ({ id: entry.id, entry })),
    ...hits.map((hit) => ({ id: `article ${hit.article}`, hit })),
  ]
  const isAnswered = query.trim() === typed.trim()
  const open = (line: Line | undefined) => {
    if (!line) return
    onClose()
    if ('entry' in line) line.entry.run()
    else navigate({ section: 'article', article: line.hit.article })
  }
  const progress = answer?.indexing ? words.indexing(number(answer.indexing.done), number(answer.indexing.total)) : null
  const count =
    answer && answer.total > hits.length && hits.length > 0 ? words.found(number(hits.length), number(answer.total)) : null
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label={text.app.find} autoFocus className={styles.search ?? ''}>
        <Search size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
        <Input className={styles.input ?? ''} placeholder={text.app.findButton} maxLength={300} />
      </SearchField>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the list keeps focus in the field, so its scrolling must be reachable by itself. */}
      <div className={styles.list} tabIndex={0}>
        <Menu
          aria-label={text.app.find}
          className={styles.menu ?? ''}
          items={lines}
          onAction={(key) => open(lines.find(({ id }) => id === key))}
          renderEmptyState={() => (isAnswered ? <p className={styles.nothing}>{words.nothing}</p> : null)}
        >
          {(line) => <LineItem line={line} />}
        </Menu>
        {failure && <FailureMessage failure={failure} />}
      </div>
      <p className={styles.foot} role="status">
        {[progress, typed.trim() === '' ? words.hint : count].filter((part) => part !== null).join(' · ')}
      </p>
    </Autocomplete>
  )
}

interface PaletteProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onKeyList: () => void
}

/** «Найти или выполнить»: articles by their words, and sections, pages, issues and actions by a few letters. */
export const Palette = ({ isOpen, onClose, onKeyList }: PaletteProps) => {
  const text = useText()
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable
      className={styles.overlay ?? ''}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label={text.app.find} className={styles.dialog ?? ''}>
          <PaletteList onClose={onClose} onKeyList={onKeyList} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
