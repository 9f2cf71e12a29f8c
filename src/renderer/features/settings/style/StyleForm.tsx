import { Redo2, Undo2 } from 'lucide-react'
import { useEffect, useReducer, useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { settingsApi } from '../../../../shared/settings/api.ts'
import { type PageStyle, usualStyle } from '../../../../shared/settings/page-style.ts'
import type { Publication } from '../../../../shared/settings/settings.ts'
import { styleFaults } from '../../../../shared/settings/style-faults.ts'
import { styleRemarks } from '../../../../shared/settings/style-remarks.ts'
import { useClient, useQuery } from '../../../api/hooks.tsx'
import { describeBinding, isTextTarget } from '../../../app/keys.ts'
import { useSavedMark, useSession } from '../../../app/session.tsx'
import { onMac, useKeys } from '../../../app/use-keys.ts'
import { useLeaveGuard } from '../../../app/use-leave-guard.ts'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { LeaveStyleDialog } from './LeaveStyleDialog.tsx'
import { SaveStyleDialog } from './SaveStyleDialog.tsx'
import { Specimen } from './Specimen.tsx'
import styles from './Style.module.css'
import { StyleComplaints } from './StyleComplaints.tsx'
import { ColourSection, FontSection, FormatSection, SizeSection } from './StyleSections.tsx'
import { draftOfStyle, sameStyle, seenStyle, styleReducer } from './style-draft.ts'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const
const undoKey = { code: 'KeyZ', ctrl: true } as const
const redoKey = { code: 'KeyZ', ctrl: true, shift: true } as const

/** The last style in which everything fits: a page of any other would be set in measures that make no sense. */
const useSound = (style: PageStyle, isSound: boolean): PageStyle => {
  const [sound, setSound] = useState(style)
  if (isSound && !sameStyle(sound, style)) setSound(style)
  return sound
}

interface FormProps {
  readonly publication: Publication
}

const Form = ({ publication }: FormProps) => {
  const text = useText()
  const words = text.style
  const client = useClient()
  const report = useSavedMark()
  const { workspace, may, person } = useSession()
  const stored = publication.style
  const [draft, act] = useReducer(styleReducer, stored, draftOfStyle)
  const [isSaving, setSaving] = useState(false)
  const [asks, setAsks] = useState(false)
  const [wanted, setWanted] = useState<string | null>(null)
  const [leaving, setLeaving] = useState<string | null>(null)
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const restyled = useQuery(settingsApi.restyled, {}, ['issue', 'settings'])

  const { style, wrong } = seenStyle(draft)
  const faults = styleFaults(style)
  const isSound = wrong.size === 0 && faults.length === 0
  const isChanged = !sameStyle(style, stored) || draft.typed.size > 0
  const readOnly = person === null || !may('prepareForPrint')
  const touched = (restyled.value ?? []).filter(({ stories, keeps }) => stories > 0 || keeps)
  const following = touched.filter(({ keeps }) => !keeps)
  const shown = useSound(style, isSound)

  useEffect(() => {
    report(isChanged ? { kind: 'unsaved', since: Date.now() } : savedAt === null ? null : { kind: 'saved', at: savedAt })
  }, [isChanged, savedAt, report])
  useEffect(() => () => report(null), [report])
  useLeaveGuard(isChanged && !readOnly, setWanted)
  useEffect(() => {
    if (leaving !== null && !isChanged) window.location.hash = leaving
  }, [leaving, isChanged])
  const takeBack = (type: 'undo' | 'redo') => () => {
    // In a field the keys take back what is typed in it.
    if (!isTextTarget(document.activeElement)) act({ type })
  }
  useKeys(
    readOnly
      ? []
      : [
          { binding: undoKey, run: takeBack('undo') },
          { binding: redoKey, run: takeBack('redo') },
        ],
  )

  const save = async (keep: readonly string[]) => {
    setAsks(false)
    setSaving(true)
    act({ type: 'leave' })
    report({ kind: 'saving' })
    const result = await client.call(settingsApi.restyle, { style, keep: [...keep] })
    setSaving(false)
    setFailure(result.ok ? null : result.failure)
    if (result.ok) setSavedAt(Date.now())
    else report({ kind: 'unsaved', since: Date.now() })
  }
  const note = readOnly
    ? workspace.readOnly
      ? words.folderReadOnly
      : words.notAllowed
    : !isChanged
      ? words.unchanged
      : !isSound
        ? words.unsound
        : following.length > 0
          ? words.relaid(following.map(({ issue }) => `№ ${issue}`).join(', '))
          : words.noneRelaid
  const sections = { draft, act, readOnly }
  return (
    <div className={styles.screen}>
      <div className={styles.form}>
        <p className={styles.intro}>{words.intro}</p>
        {failure && <FailureMessage failure={failure} />}
        <FormatSection {...sections} />
        <FontSection {...sections} />
        <SizeSection {...sections} />
        <ColourSection {...sections} />
        <div className={styles.bar}>
          {!readOnly && (
            <>
              <Button
                kind="primary"
                isDisabled={!isChanged || !isSound || isSaving || restyled.value === null}
                aria-describedby="style-note"
                onPress={() => (touched.length > 0 ? setAsks(true) : void save([]))}
              >
                {words.saveAction}
              </Button>
              <IconButton
                icon={<Undo2 {...icon} />}
                label={words.undo}
                keys={describeBinding(undoKey, onMac())}
                isDisabled={draft.past.length === 0 && draft.typed.size === 0}
                onPress={() => act({ type: 'undo' })}
              />
              <IconButton
                icon={<Redo2 {...icon} />}
                label={words.redo}
                keys={describeBinding(redoKey, onMac())}
                isDisabled={draft.future.length === 0}
                onPress={() => act({ type: 'redo' })}
              />
              {!sameStyle(style, usualStyle) && (
                <Button kind="flat" onPress={() => act({ type: 'choose', style: usualStyle })}>
                  {words.resetAll}
                </Button>
              )}
            </>
          )}
          <p id="style-note" className={styles.barNote}>
            {note}
          </p>
        </div>
      </div>
      <div className={styles.side}>
        <StyleComplaints faults={faults} remarks={styleRemarks(style)} />
        <Specimen style={shown} newspaper={publication} isStale={!isSound} />
      </div>
      {asks && <SaveStyleDialog issues={touched} onSave={(keep) => void save(keep)} onClose={() => setAsks(false)} />}
      {wanted !== null && (
        <LeaveStyleDialog
          onStay={() => setWanted(null)}
          onLeave={() => {
            act({ type: 'choose', style: stored })
            setLeaving(wanted)
            setWanted(null)
          }}
        />
      )}
    </div>
  )
}

/** «Оформление полос»: how the pages of the publication look, with a page laid out so beside it. */
export const StyleForm = () => {
  const settings = useQuery(settingsApi.read, {}, ['settings'])
  if (settings.value) return <Form publication={settings.value.publication} />
  return settings.failure && <FailureMessage failure={settings.failure} onAction={settings.refresh} />
}
