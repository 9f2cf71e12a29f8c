import type { Editor } from '@tiptap/react'
import { useEffect } from 'react'
import type { ArticleSummary } from '../../../../shared/article/api.ts'
import { useKeys } from '../../../app/use-keys.ts'
import { useText } from '../../../i18n/text.tsx'
import { goToSlotEnd, showSlotEnd } from '../editor/slot-end-mark.ts'
import type { ArticleSession } from '../sync/article-session.ts'
import { commissionOf, whyWithoutPlace } from './commission.ts'
import { FitBar } from './FitBar.tsx'
import { slotEndKey } from './slot-end-key.ts'
import { useLength } from './use-length.ts'

interface LengthBarProps {
  readonly session: ArticleSession
  readonly editor: Editor | null
  /** Null until it was read. */
  readonly summary: ArticleSummary | null
  /** How many remarks there are on the words of the text, and how to see them. */
  readonly remarks: number
  readonly onRemarks: () => void
}

/** How long the article is, how that fits, and in its text the mark where its place ends; all of it follows the keys. */
export const LengthBar = ({ session, editor, summary, remarks, onRemarks }: LengthBarProps) => {
  const text = useText().article.fit
  const { draft, lines, fit, slotEnd, failure } = useLength(session, summary)
  useEffect(() => {
    if (!editor || slotEnd === undefined) return
    const shown = slotEnd && fit && fit.overset > 0
    showSlotEnd(editor, shown ? { end: slotEnd, words: text.endsHere(fit.continuation ?? fit.page, fit.overset) } : null)
  }, [editor, slotEnd, fit, text])
  const toSlotEnd = () => editor && goToSlotEnd(editor)
  useKeys([{ binding: slotEndKey, run: toSlotEnd }])
  return (
    <FitBar
      characters={draft.characters}
      words={draft.words}
      lines={lines}
      placed={summary === null ? null : summary.issue !== null}
      page={summary?.page ?? null}
      fit={fit}
      withoutPlace={summary === null ? null : whyWithoutPlace(summary, draft.ordered)}
      commission={commissionOf(draft.ordered, lines, draft.characters)}
      failure={failure}
      onSlotEnd={toSlotEnd}
      remarks={remarks}
      onRemarks={onRemarks}
    />
  )
}
