import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { type Failure, failure } from '../../../../shared/api/result.ts'
import {
  type ArticleCopy,
  type ArticleFormat,
  articleExportApi,
  type SuggestionTreatment,
} from '../../../../shared/article/export/api.ts'
import { desktopApi } from '../../../../shared/desktop/api.ts'
import { fromBase64 } from '../../../api/base64.ts'
import { download } from '../../../api/download.ts'
import { useClient } from '../../../api/hooks.tsx'
import { useText } from '../../../i18n/text.tsx'
import buttonStyles from '../../../ui/Button.module.css'
import { classes } from '../../../ui/classes.ts'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import styles from './WorkflowPanel.module.css'

interface HandOutProps {
  readonly id: string
  readonly headline: string
  /** Everything typed is on disk; false when it could not be brought there. */
  readonly onBefore: () => Promise<boolean>
}

interface Way {
  readonly format: ArticleFormat
  readonly suggestions: SuggestionTreatment
}

const extensions: Readonly<Record<ArticleFormat, string>> = {
  docx: 'docx',
  html: 'html',
  markdown: 'md',
  plain: 'txt',
  messenger: 'txt',
}

/** «Отдать»: the article as a file for somebody who has no newsroom, or as text for a message. */
export const HandOut = ({ id, headline, onBefore }: HandOutProps) => {
  const words = useText().article.panel.handOut
  const client = useClient()
  const [working, setWorking] = useState(false)
  const [problem, setProblem] = useState<Failure | null>(null)
  const [done, setDone] = useState<{ readonly copy: ArticleCopy; readonly copied: boolean } | null>(null)

  /** Where the file goes: null for the browser's own place, undefined when the person gave up. */
  const choosePlace = async (format: ArticleFormat): Promise<string | null | undefined> => {
    if (!client.desktop || format === 'messenger') return null
    const name = `${
      headline
        .replace(/[\\/:*?"<>|]+/g, ' ')
        .slice(0, 100)
        .trim() || words.untitled
    }.${extensions[format]}`
    const chosen = await client.call(desktopApi.chooseSaveFile, { title: words.dialog, action: words.save, name })
    if (chosen.ok) return chosen.value.file ?? undefined
    setProblem(chosen.failure)
    return undefined
  }

  const finish = async (copy: ArticleCopy, { format }: Way): Promise<void> => {
    const bytes = copy.bytes === null ? null : fromBase64(copy.bytes)
    if (bytes && format === 'messenger') {
      try {
        await navigator.clipboard.writeText(new TextDecoder().decode(bytes))
      } catch {
        setProblem({ code: 'unavailable', ...words.clipboardRefused })
        return
      }
    } else if (bytes) download(copy.name, bytes)
    setDone({ copy, copied: format === 'messenger' })
  }

  const handOut = async (way: Way): Promise<void> => {
    setProblem(null)
    setDone(null)
    const file = await choosePlace(way.format)
    if (file === undefined) return
    setWorking(true)
    const made = (await onBefore())
      ? await client.call(articleExportApi.make, { article: id, ...way, file })
      : failure('unavailable', words.waitForSave)
    setWorking(false)
    if (made.ok) await finish(made.value, way)
    else setProblem(made.failure)
  }

  const entry = (format: ArticleFormat, suggestions: SuggestionTreatment, label: string, note?: string) => ({
    id: `${format} ${suggestions}`,
    label,
    ...(note !== undefined && { note }),
    onAction: () => void handOut({ format, suggestions }),
  })

  return (
    <section className={styles.section}>
      <h2>{words.title}</h2>
      <p className={styles.hint}>{words.hint}</p>
      <div className={styles.notice}>
        <Menu
          label={words.open}
          trigger={
            <AriaButton className={classes(buttonStyles.button)} isDisabled={working}>
              {working ? words.working : words.open}
              <ChevronDown size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
            </AriaButton>
          }
          groups={[
            {
              id: 'word',
              title: words.word,
              entries: [
                entry('docx', 'redline', words.redline, words.redlineNote),
                entry('docx', 'accepted', words.accepted),
                entry('docx', 'standing', words.standing),
              ],
            },
            {
              id: 'others',
              title: words.others,
              entries: [
                entry('html', 'standing', words.html),
                entry('markdown', 'standing', words.markdown),
                entry('plain', 'standing', words.plain),
                entry('messenger', 'standing', words.messenger, words.messengerNote),
              ],
            },
          ]}
        />
      </div>
      <div role="status">
        {done && (
          <p className={styles.hint}>
            {done.copied ? words.copied : words.saved(done.copy.file ?? done.copy.name)} {done.copy.notes.join(' ')}
          </p>
        )}
      </div>
      {problem && <FailureMessage failure={problem} />}
    </section>
  )
}
