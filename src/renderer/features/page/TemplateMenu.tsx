import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { issueApi } from '../../../shared/issue/api.ts'
import type { Issue } from '../../../shared/issue/issue.ts'
import { suitsPage } from '../../../shared/issue/page-template.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useToast } from '../../ui/Toast.tsx'
import type { DeskActions } from './use-zone-actions.ts'

interface TemplateMenuProps {
  readonly issue: Pick<Issue, 'serial' | 'pages' | 'columns'>
  readonly page: number
  readonly isFixed: boolean
  readonly actions: DeskActions
}

interface SaveDialogProps {
  readonly serial: string
  readonly page: number
  readonly onClose: () => void
}

/** Asks what a page is called as a template, and keeps it. */
const SaveDialog = ({ serial, page, onClose }: SaveDialogProps) => {
  const text = useText()
  const words = text.page.template
  const client = useClient()
  const toast = useToast()
  const [name, setName] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const save = async () => {
    if (name.trim() === '') return
    const saved = await client.call(issueApi.saveTemplate, { issue: serial, page, name: name.trim() })
    if (!saved.ok) return setFailure(saved.failure)
    toast({ text: words.saved(name.trim()) })
    onClose()
  }
  return (
    <FormDialog
      title={words.saveTitle}
      onClose={onClose}
      onSubmit={() => void save()}
      verb={words.saveAction}
      isReady={name.trim() !== ''}
    >
      <Field label={words.name} value={name} onChange={setName} hint={words.nameHint} autoFocus />
      {failure && <FailureMessage failure={failure} />}
    </FormDialog>
  )
}

/** The templates that suit a page, and the page as a new one. */
export const TemplateMenu = ({ issue, page, isFixed, actions }: TemplateMenuProps) => {
  const words = useText().page.template
  const found = useQuery(issueApi.templates, {}, ['issue'])
  const [saving, setSaving] = useState(false)
  const suitable = (found.value?.templates ?? []).filter((template) => suitsPage(template, page, issue))
  const damaged = found.value?.damaged ?? []
  return (
    <>
      <Menu
        label={words.menu}
        trigger={
          <Button>
            {words.menu}
            <ChevronDown size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
          </Button>
        }
        groups={[
          {
            id: 'templates',
            title: suitable.length > 0 ? words.take : words.none,
            entries: [
              ...suitable.map((template) => ({
                id: template.id,
                label: template.name,
                note: words.zones(template.zones.length),
                onAction: () => actions.takeTemplate(page, template),
              })),
              ...damaged.map(({ file, why }) => ({
                id: file,
                label: words.damaged(file.replace(/^.*[\\/]/, '')),
                note: why,
                isDisabled: true,
                onAction: () => undefined,
              })),
            ],
          },
          {
            id: 'own',
            entries: [
              {
                id: 'save',
                label: words.save,
                ...(isFixed ? {} : { note: words.saveNeedsZones }),
                isDisabled: !isFixed,
                onAction: () => setSaving(true),
              },
            ],
          },
        ]}
      />
      {saving && <SaveDialog serial={issue.serial} page={page} onClose={() => setSaving(false)} />}
    </>
  )
}
