import { useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { Failure } from '../../../shared/api/result.ts'
import { desktopApi } from '../../../shared/desktop/api.ts'
import { type ExportOutcome, type ExportTarget, exportApi, exportTargets } from '../../../shared/export/api.ts'
import { exportAddress } from '../../api/addresses.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { ProgressLine } from '../../ui/ProgressLine.tsx'
import { Select } from '../../ui/Select.tsx'
import { useMinute } from '../../ui/use-minute.ts'
import styles from './ExportDialog.module.css'
import { isPageList, pageListOf } from './page-list.ts'
import { useExport } from './use-export.ts'

const Outcome = ({ outcome }: { outcome: ExportOutcome }) => {
  const text = useText()
  const format = useFormat()
  const now = useMinute()
  return (
    <div className={styles.outcome}>
      <p className={styles.done}>{text.issue.exportDone(outcome.pages, format.bytes(outcome.bytes))}</p>
      {outcome.draft && <p>{text.issue.exportDraftDone}</p>}
      {outcome.files.map((file) => (
        <p key={file} className={styles.file} title={file}>
          {text.issue.exportFile}: {file}
        </p>
      ))}
      {outcome.findings.length > 0 && (
        <div>
          <h3 className={styles.heading}>{text.issue.exportWarnings}</h3>
          <ul className={styles.warnings}>
            {outcome.findings.map((finding) => (
              <li key={finding.hash}>
                {finding.page !== null && `${text.page.check.place(finding.page)}: `}
                {finding.message}{' '}
                {finding.override
                  ? text.page.check.passedBy(
                      finding.override.name,
                      format.moment(finding.override.at, now),
                      finding.override.reason,
                    )
                  : finding.todo}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

const isTarget = (value: string): value is ExportTarget => exportTargets.some((target) => target === value)

interface ExportDialogProps {
  readonly issue: string
  readonly pages: number
  readonly onClose: () => void
}

/** Asks what for, which pages and whether as a draft; then shows how far it is and where the file lies. */
export const ExportDialog = ({ issue, pages, onClose }: ExportDialogProps) => {
  const text = useText()
  const [to, setTo] = useState<ExportTarget>('print')
  const printers = useQuery(exportApi.printers, {}, ['export'])
  const [profile, setProfile] = useState<string | null>(null)
  const [list, setList] = useState('')
  const [left, setLeft] = useState(false)
  const [draft, setDraft] = useState(false)
  const [file, setFile] = useState<string | null>(null)
  const [unopened, setUnopened] = useState<Failure | null>(null)
  const client = useClient()
  const { state, run, cancel, reset } = useExport()
  const valid = isPageList(list, pages)
  const isRunning = state.kind === 'running'

  const start = () => {
    setLeft(true)
    if (valid) void run({ issue, to, profile, pages: pageListOf(list), draft, file })
  }
  const chooseFile = async () => {
    const words = { title: text.issue.exportTitle, action: text.issue.exportAction }
    const chosen = await client.call(desktopApi.chooseSaveFile, { ...words, name: `${issue}-${to}.pdf` })
    if (chosen.ok && chosen.value.file !== null) setFile(chosen.value.file)
  }
  const look = async (operation: typeof desktopApi.reveal | typeof desktopApi.openPdf, finished: string) => {
    const looked = await client.call(operation, { file: finished })
    setUnopened(looked.ok ? null : looked.failure)
  }
  const again = () => {
    setUnopened(null)
    reset()
  }
  const close = () => {
    if (isRunning) void cancel()
    onClose()
  }

  const actions =
    state.kind === 'done' ? (
      <>
        <Button onPress={again}>{text.issue.exportAgain}</Button>
        <Button onPress={close}>{text.ui.close}</Button>
        {client.desktop && (
          <Button onPress={() => void look(desktopApi.reveal, state.outcome.files[0] ?? '')}>{text.issue.exportReveal}</Button>
        )}
        <a
          className={styles.open}
          href={exportAddress(state.outcome.files[0] ?? '')}
          target="_blank"
          rel="noreferrer"
          onClick={(event) => {
            if (!client.desktop) return
            // No second window of the program: the system has a program for PDF.
            event.preventDefault()
            void look(desktopApi.openPdf, state.outcome.files[0] ?? '')
          }}
        >
          {text.issue.exportOpen}
        </a>
      </>
    ) : (
      <>
        <Button onPress={close}>{text.ui.cancel}</Button>
        <Button kind="primary" onPress={start} isDisabled={isRunning}>
          {text.issue.exportAction}
        </Button>
      </>
    )

  return (
    <Dialog title={text.issue.exportTitle} isOpen onClose={close} alert={isRunning} actions={actions}>
      {state.kind === 'done' ? (
        <>
          <Outcome outcome={state.outcome} />
          {unopened && <FailureMessage failure={unopened} />}
        </>
      ) : (
        <>
          <RadioGroup
            className={styles.group ?? ''}
            value={to}
            onChange={(value) => {
              if (isTarget(value)) setTo(value)
            }}
            isDisabled={isRunning}
          >
            <Label className={styles.label}>{text.issue.exportTo}</Label>
            {exportTargets.map((target) => (
              <Radio key={target} value={target} className={styles.option ?? ''}>
                <span className={styles.dot} />
                <span>
                  {text.issue.exportTargets[target]}
                  <span className={styles.hint}>{text.issue.exportTargetHints[target]}</span>
                </span>
              </Radio>
            ))}
          </RadioGroup>
          {to === 'print' && printers.value && (
            <Select
              label={text.issue.exportPrinter}
              options={printers.value.profiles.map(({ id, name }) => ({ id, label: name }))}
              value={profile ?? printers.value.usual}
              onChange={setProfile}
              isDisabled={isRunning}
            />
          )}
          <Field
            label={text.issue.exportPages}
            value={list}
            onChange={setList}
            onLeave={() => setLeft(true)}
            hint={text.issue.exportPagesHint}
            error={left && !valid ? text.issue.exportPagesError : null}
            isReadOnly={isRunning}
          />
          <CheckBox isSelected={draft} onChange={setDraft} hint={text.issue.exportDraftHint} isDisabled={isRunning}>
            {text.issue.exportDraft}
          </CheckBox>
          {client.desktop && (
            <div className={styles.target}>
              <p className={styles.file} title={file ?? ''}>
                {text.issue.exportTarget}: {file ?? text.issue.exportHere}
              </p>
              <Button onPress={() => void chooseFile()} isDisabled={isRunning}>
                {text.issue.exportChoose}
              </Button>
            </div>
          )}
          {isRunning && (
            <ProgressLine
              label={state.progress?.label || text.issue.exporting}
              done={state.progress?.done ?? 0}
              total={state.progress?.total ?? 0}
              onCancel={() => void cancel()}
            />
          )}
          {state.kind === 'failed' &&
            (state.failure.code === 'cancelled' ? (
              <p role="status">{text.issue.exportCancelled}</p>
            ) : (
              <FailureMessage failure={state.failure} />
            ))}
        </>
      )}
    </Dialog>
  )
}
