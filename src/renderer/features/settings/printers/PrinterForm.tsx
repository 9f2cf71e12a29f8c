import { useEffect, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { Failure } from '../../../../shared/api/result.ts'
import { exportApi } from '../../../../shared/export/api.ts'
import { fileNameFields, type PrinterProfile, shippedProfiles } from '../../../../shared/export/printer-profile.ts'
import { useClient } from '../../../api/hooks.tsx'
import { useSavedMark } from '../../../app/session.tsx'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/Select.tsx'
import styles from './Printers.module.css'
import { draftOf, faultsOf, type PrinterDraft, type PrinterNumber, printerNumbers, profileOf } from './printer-draft.ts'

const yesNo = ['yes', 'no'] as const
const filesChoices = ['one', 'pages'] as const
const imported = 'imported'

/** As base64, which is how files travel to the backend. */
const base64Of = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}

interface PrinterFormProps {
  readonly profile: PrinterProfile
  readonly readOnly: boolean
}

/** What one printer asks for; each field is saved as it is left, each choice at once. */
export const PrinterForm = ({ profile, readOnly }: PrinterFormProps) => {
  const text = useText()
  const words = text.printer
  const client = useClient()
  const report = useSavedMark()
  const [draft, setDraft] = useState<PrinterDraft>(() => draftOf(profile))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [failure, setFailure] = useState<Failure | null>(null)
  const [loading, setLoading] = useState(false)
  const faults = faultsOf(draft)
  const { stored } = draft

  useEffect(() => () => report(null), [report])

  const save = async (next: PrinterDraft) => {
    setDraft(next)
    const wanted = profileOf(next)
    if (!wanted || readOnly || JSON.stringify(wanted) === JSON.stringify(profile)) return
    report({ kind: 'saving' })
    const result = await client.call(exportApi.savePrinter, { profile: wanted, usual: false })
    setFailure(result.ok ? null : result.failure)
    report(result.ok ? { kind: 'saved', at: Date.now() } : { kind: 'unsaved', since: Date.now() })
  }
  const choose = (more: Partial<PrinterProfile>) => void save({ ...draft, stored: { ...stored, ...more } })
  const field = (name: PrinterNumber | 'name' | 'fileName') => ({
    label: words[name],
    value: draft[name],
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
    onLeave: () => {
      setLeft((before) => new Set([...before, name]))
      void save(draft)
    },
    isReadOnly: readOnly,
  })
  const number = (name: PrinterNumber) => {
    const [least, most] = printerNumbers[name]
    return { ...field(name), error: left.has(name) && faults.has(name) ? words.numberError(least, most) : null }
  }
  const textError = (name: 'name' | 'fileName') => (left.has(name) && faults.has(name) ? words[`${name}Error`] : null)
  const load = async (file: File) => {
    setLoading(true)
    const added = await client.call(exportApi.addColourProfile, { name: file.name, bytes: await base64Of(file) })
    setLoading(false)
    setFailure(added.ok ? null : added.failure)
    if (added.ok) choose({ colours: { kind: 'imported', ...added.value } })
  }
  const colours = [
    ...shippedProfiles.map((id) => ({ id: id as string, label: words.shipped[id] })),
    ...(stored.colours.kind === 'imported' ? [{ id: imported, label: stored.colours.name }] : []),
  ]
  return (
    <div className={styles.form}>
      {failure && <FailureMessage failure={failure} />}
      <Field {...field('name')} error={textError('name')} />
      <div className={styles.three}>
        <Field {...number('width')} />
        <Field {...number('height')} />
        <Field {...number('bleed')} />
      </div>
      <div className={styles.colours}>
        <Select
          label={words.colours}
          options={colours}
          value={stored.colours.kind === 'imported' ? imported : stored.colours.name}
          isDisabled={readOnly || loading}
          onChange={(id) => {
            const name = shippedProfiles.find((each) => each === id)
            if (name) choose({ colours: { kind: 'shipped', name } })
          }}
        />
        {!readOnly && (
          <FileTrigger
            acceptedFileTypes={['.icc', '.icm']}
            onSelect={(files) => {
              const file = files?.[0]
              if (file) void load(file)
            }}
          >
            <Button isDisabled={loading}>{loading ? words.loading : words.load}</Button>
          </FileTrigger>
        )}
      </div>
      <div className={styles.three}>
        <Field {...number('inkLimit')} />
        <Field {...number('least')} />
        <Field {...number('good')} />
      </div>
      <p className={styles.note}>{words.inkLimitHint}</p>
      <div className={styles.two}>
        <Select
          label={words.marks}
          options={yesNo.map((id) => ({ id, label: words.marksOptions[id] }))}
          value={stored.marks ? 'yes' : 'no'}
          isDisabled={readOnly}
          onChange={(id) => choose({ marks: id === 'yes' })}
        />
        <Select
          label={words.files}
          options={filesChoices.map((id) => ({ id, label: words.filesOptions[id] }))}
          value={stored.files}
          isDisabled={readOnly}
          onChange={(files) => choose({ files })}
        />
      </div>
      <Field {...field('fileName')} hint={words.fileNameHint(fileNameFields)} error={textError('fileName')} />
      <p className={styles.note}>{words.id(profile.id)}</p>
    </div>
  )
}
