import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { desktopApi } from '../../../shared/desktop/api.ts'
import { exportApi } from '../../../shared/export/api.ts'
import { exportAddress } from '../../api/addresses.ts'
import { useClient } from '../../api/hooks.tsx'
import { useText } from '../../i18n/text.tsx'
import type { MenuGroup } from '../../ui/Menu.tsx'
import { useToast } from '../../ui/Toast.tsx'

interface NoticeOf {
  readonly issue: string
  readonly page: number
  /** Do stories begin on the page, and may all of them leave the house as they are? */
  readonly filled: boolean
  readonly approved: boolean
}

/** «На стенд»: the stories of a page as A4 sheets, for a menu, and why they could not be made. */
export const usePageNotice = ({ issue, page, filled, approved }: NoticeOf) => {
  const text = useText().page.notice
  const client = useClient()
  const toast = useToast()
  const [failure, setFailure] = useState<Failure | null>(null)
  const write = async () => {
    const written = await client.call(exportApi.noticeOfPage, { issue, page, file: null, draft: !approved })
    setFailure(written.ok ? null : written.failure)
    if (!written.ok) return
    const { file, sheets } = written.value
    const open = () => {
      if (client.desktop) void client.call(desktopApi.openPdf, { file })
      else window.open(exportAddress(file), '_blank', 'noopener')
    }
    toast({ text: text.made(sheets), action: { label: text.open, onPress: open } })
  }
  const groups: readonly MenuGroup[] = filled
    ? [
        {
          id: 'notice',
          title: text.title,
          entries: [{ id: 'sheets', label: approved ? text.make : text.makeDraft, onAction: () => void write() }],
        },
      ]
    : []
  return { groups, failure }
}
