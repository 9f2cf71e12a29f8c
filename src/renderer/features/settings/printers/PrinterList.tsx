import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Failure, Result } from '../../../../shared/api/result.ts'
import { exportApi } from '../../../../shared/export/api.ts'
import { newspaperPrinter, type PrinterProfile } from '../../../../shared/export/printer-profile.ts'
import { useClient, useQuery } from '../../../api/hooks.tsx'
import { useSession } from '../../../app/session.tsx'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { PrinterForm } from './PrinterForm.tsx'
import styles from './Printers.module.css'
import { freePrinterId } from './printer-draft.ts'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

/** The printing houses of the newspaper: one is open for changes at a time. */
export const PrinterList = () => {
  const text = useText()
  const words = text.printer
  const client = useClient()
  const { may } = useSession()
  const printers = useQuery(exportApi.printers, {}, ['export'])
  const [open, setOpen] = useState<string | null>(null)
  const [leaving, setLeaving] = useState<PrinterProfile | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const tell = (result: Result<unknown>) => setFailure(result.ok ? null : result.failure)
  const readOnly = !may('prepareForPrint')
  const all = printers.value?.profiles ?? []

  const add = async () => {
    const id = freePrinterId(all.map((each) => each.id))
    const result = await client.call(exportApi.savePrinter, {
      profile: { ...newspaperPrinter, id, name: words.newName },
      usual: false,
    })
    tell(result)
    if (result.ok) setOpen(id)
  }
  const remove = async (profile: PrinterProfile) => {
    setLeaving(null)
    tell(await client.call(exportApi.removePrinter, { id: profile.id }))
  }
  return (
    <div className={styles.printers}>
      <p className={styles.intro}>{words.intro}</p>
      {printers.failure && <FailureMessage failure={printers.failure} onAction={printers.refresh} />}
      {failure && <FailureMessage failure={failure} />}
      <ul className={styles.list}>
        {all.map((profile) => {
          const isUsual = profile.id === printers.value?.usual
          const isOpen = profile.id === open
          const { trim, bleed, inkLimit } = profile
          return (
            <li key={profile.id} className={styles.printer}>
              <div className={styles.line}>
                <div className={styles.words}>
                  <h2 className={styles.name}>
                    {profile.name}
                    {isUsual && <span className={styles.usual}>{words.usual}</span>}
                  </h2>
                  <p className={styles.note}>{words.summary(trim.width, trim.height, bleed, inkLimit)}</p>
                </div>
                {!readOnly && !isUsual && (
                  <>
                    <Button onPress={async () => tell(await client.call(exportApi.savePrinter, { profile, usual: true }))}>
                      {words.makeUsual}
                    </Button>
                    <Button onPress={() => setLeaving(profile)}>{words.remove}</Button>
                  </>
                )}
                <Button
                  aria-label={`${isOpen ? words.fold : words.edit}: ${profile.name}`}
                  onPress={() => setOpen(isOpen ? null : profile.id)}
                >
                  {isOpen ? words.fold : words.edit}
                </Button>
              </div>
              {isOpen && <PrinterForm profile={profile} readOnly={readOnly} />}
            </li>
          )
        })}
      </ul>
      {printers.value !== null && !readOnly && (
        <div>
          <Button icon={<Plus {...icon} />} onPress={() => void add()}>
            {words.add}
          </Button>
        </div>
      )}
      {leaving && (
        <Dialog
          title={words.removeTitle}
          isOpen
          onClose={() => setLeaving(null)}
          actions={
            <>
              <Button onPress={() => setLeaving(null)}>{text.ui.cancel}</Button>
              <Button kind="primary" onPress={() => void remove(leaving)}>
                {words.removeAction}
              </Button>
            </>
          }
        >
          <p>{words.removeText(leaving.name)}</p>
        </Dialog>
      )}
    </div>
  )
}
