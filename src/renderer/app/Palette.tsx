import { Search } from 'lucide-react'
import { Autocomplete, Dialog, Input, Menu, MenuItem, Modal, ModalOverlay, SearchField } from 'react-aria-components'
import { articleApi } from '../../shared/article/api.ts'
import { useQuery } from '../api/hooks.tsx'
import { useText } from '../i18n/text.tsx'
import { describeBinding, frameKeys } from './keys.ts'
import styles from './Palette.module.css'
import { isFound, type PaletteEntry } from './palette.ts'
import { navigate, parseRoute } from './router.ts'
import { sections } from './sections.ts'
import { useSession } from './session.tsx'
import { onMac } from './use-keys.ts'

const useEntries = (onKeyList: () => void): readonly PaletteEntry[] => {
  const text = useText()
  const { issues, issue, chooseIssue, startNewIssue, workspace } = useSession()
  const articles = useQuery(articleApi.list, { issue: null }, ['article', 'workflow'])
  const words = text.app.palette
  return [
    ...sections.map(({ id }) => ({
      id: `section ${id}`,
      label: text.app.section[id],
      note: words.section,
      keys: describeBinding(frameKeys[id], onMac()),
      run: () => navigate(parseRoute(`#/${id}`) ?? { section: 'issue' }),
    })),
    ...(workspace.readOnly ? [] : [{ id: 'new issue', label: text.app.newIssue, note: words.action, run: startNewIssue }]),
    { id: 'keys', label: text.app.keys, note: words.action, keys: 'F1', run: onKeyList },
    ...(articles.value ?? []).map((article) => ({
      id: `article ${article.id}`,
      label: article.headline || text.issue.untitled,
      note: [article.rubric, text.vocabulary.articleStatus[article.status]].filter((part) => part !== '').join(', '),
      run: () => navigate({ section: 'article', article: article.id }),
    })),
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
}

const PaletteList = ({ onClose, onKeyList }: { onClose: () => void; onKeyList: () => void }) => {
  const text = useText()
  const entries = useEntries(onKeyList)
  return (
    <Autocomplete filter={isFound}>
      <SearchField aria-label={text.app.find} autoFocus className={styles.search ?? ''}>
        <Search size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
        <Input className={styles.input ?? ''} />
      </SearchField>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the list keeps focus in the field, so its scrolling must be reachable by itself. */}
      <div className={styles.list} tabIndex={0}>
        <Menu
          aria-label={text.app.find}
          className={styles.menu ?? ''}
          items={entries}
          onAction={(key) => {
            onClose()
            entries.find(({ id }) => id === key)?.run()
          }}
          renderEmptyState={() => <p className={styles.nothing}>{text.app.palette.nothing}</p>}
        >
          {(entry) => (
            <MenuItem id={entry.id} textValue={`${entry.label} ${entry.note}`} className={styles.entry ?? ''}>
              <span className={styles.label}>{entry.label}</span>
              <span className={styles.note}>{entry.note}</span>
              {entry.keys !== undefined && <kbd>{entry.keys}</kbd>}
            </MenuItem>
          )}
        </Menu>
      </div>
    </Autocomplete>
  )
}

interface PaletteProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onKeyList: () => void
}

/** «Найти или выполнить»: sections, articles, pages, issues and actions by a few letters. */
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
