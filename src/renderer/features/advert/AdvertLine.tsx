import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { advertFrame } from '../../../layout/page/advert-box.ts'
import { publicationSpec } from '../../../layout/page/publication-spec.ts'
import { advertName } from '../../../shared/advert/advert.ts'
import { type Advert, advertApi } from '../../../shared/advert/api.ts'
import type { Failure, Result } from '../../../shared/api/result.ts'
import type { Issue } from '../../../shared/issue/issue.ts'
import { moduleRows } from '../../../shared/issue/page-dummy.ts'
import { usualStyle } from '../../../shared/settings/page-style.ts'
import { mediaAddress } from '../../api/addresses.ts'
import { toBase64 } from '../../api/base64.ts'
import { useClient } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { useMinute } from '../../ui/use-minute.ts'
import { AdvertForm } from './AdvertForm.tsx'
import styles from './AdvertLine.module.css'
import { advertPlaces } from './advert-places.ts'

const millimetres = (points: number): number => Math.round((points / 72) * 25.4)

/** What there is of the file: the picture itself, or a box that says what is there instead. */
const Preview = ({ advert }: { readonly advert: Advert }) => {
  const words = useText().advert
  if (advert.file !== null && advert.fileFacts?.kind === 'picture')
    return <img className={styles.preview} src={mediaAddress(advert.file, 200)} alt="" />
  return (
    <span className={classes(styles.preview, styles.box)} title={advert.fileFacts?.name}>
      {advert.fileFacts ? words.pdf : words.noFile}
    </span>
  )
}

/** The deadline in words while the file is awaited: late in red. */
const Due = ({ deadline }: { readonly deadline: number }) => {
  const text = useText().ui
  const format = useFormat()
  const now = useMinute()
  const when = format.comingMoment(deadline, now)
  return deadline < now ? (
    <span className={styles.red} title={text.wasDue(when)}>
      {text.lateBy(now - deadline)}
    </span>
  ) : (
    <span>{text.due(when)}</span>
  )
}

interface AdvertLineProps {
  readonly advert: Advert
  readonly issue: Issue
  readonly isOpen: boolean
  readonly isReadOnly: boolean
  readonly onToggle: () => void
}

/** One advert: what it is, where it stands, what it lacks, and what can be done; its fields fold out below. */
export const AdvertLine = ({ advert, issue, isOpen, isReadOnly, onToggle }: AdvertLineProps) => {
  const words = useText().advert
  const client = useClient()
  const toast = useToast()
  const { publication } = useSession()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [reading, setReading] = useState(false)
  const { id, columns, modules, fileFacts, approval } = advert
  const name = advertName(advert)
  const frame = advertFrame(
    publicationSpec(publication?.style ?? usualStyle, issue.columns),
    Math.min(columns, issue.columns),
    moduleRows(modules),
  )
  const places = advertPlaces(issue).filter((place) => place.advert === id)

  const told = (done: Result<unknown>): boolean => {
    setFailure(done.ok ? null : done.failure)
    return done.ok
  }
  const takeFile = async (file: File | undefined) => {
    if (!file) return
    setReading(true)
    const bytes = toBase64(new Uint8Array(await file.arrayBuffer()))
    told(await client.call(advertApi.setFile, { advert: id, name: file.name, bytes }))
    setReading(false)
  }
  const approve = async () => void told(await client.call(advertApi.approve, { advert: id }))
  const withdraw = async () => {
    if (!told(await client.call(advertApi.withdraw, { advert: id, withdrawn: true }))) return
    const onPress = () => void client.call(advertApi.withdraw, { advert: id, withdrawn: false })
    toast({ text: words.removed(name), action: { label: words.undo, onPress } })
  }

  return (
    <li className={styles.line}>
      <div className={styles.row}>
        <Preview advert={advert} />
        <div className={styles.words}>
          <span className={styles.name}>{name}</span>
          <span className={styles.note}>
            {[
              advert.title.trim() === '' ? '' : advert.advertiser,
              words.size(columns, modules),
              words.millimetres(millimetres(frame.width), millimetres(frame.height)),
              places.length === 0 ? '' : places.map(({ page }) => words.onPage(page)).join(', '),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
          <span className={styles.states}>
            {places.length === 0 && <span className={styles.amber}>{words.nowhere}</span>}
            {fileFacts === null && <span className={styles.amber}>{words.noFile}</span>}
            {fileFacts === null && advert.deadline !== null && <Due deadline={advert.deadline} />}
            {fileFacts !== null && (
              <span className={approval === 'approved' ? styles.green : styles.amber}>
                {words.state[approval]}
                {advert.approvedBy !== null && `, ${words.approvedBy(advert.approvedBy)}`}
              </span>
            )}
          </span>
        </div>
        {!isReadOnly && (
          <div className={styles.acts}>
            {advert.mayApprove && fileFacts !== null && approval !== 'approved' && (
              <Button onPress={() => void approve()}>{words.approve}</Button>
            )}
            <FileTrigger
              acceptedFileTypes={['image/jpeg', 'image/png', 'image/tiff', 'image/webp', 'application/pdf']}
              onSelect={(files) => void takeFile(files?.[0])}
            >
              <Button isDisabled={reading} aria-label={words.fileAction(name)}>
                {reading ? words.loading : fileFacts === null ? words.file : words.replace}
              </Button>
            </FileTrigger>
            <Button kind="flat" onPress={onToggle}>
              {isOpen ? words.fold : words.edit}
            </Button>
            <Button kind="flat" onPress={() => void withdraw()}>
              {words.remove}
            </Button>
          </div>
        )}
      </div>
      {failure && <FailureMessage failure={failure} />}
      {(fileFacts?.remarks ?? []).map((remark) => (
        <p key={remark} className={styles.remark}>
          {remark}
        </p>
      ))}
      {isOpen && !isReadOnly && <AdvertForm advert={advert} issue={issue} />}
    </li>
  )
}
