import { useState } from 'react'
import { type HouseRule, houseRuleSchema } from '../../../../shared/language/house/house-style.ts'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import styles from './LanguageForm.module.css'

interface RuleDialogProps {
  /** Null for a new one. */
  readonly rule: HouseRule | null
  readonly onClose: () => void
  readonly onSave: (rule: HouseRule) => Promise<void>
  readonly onRemove: (id: string) => Promise<void>
}

/** One rule of house style: the right words, the wrong ones, and why. */
export const RuleDialog = ({ rule, onClose, onSave, onRemove }: RuleDialogProps) => {
  const text = useText()
  const words = text.writing.house
  const [preferred, setPreferred] = useState(rule?.preferred ?? '')
  const [forbidden, setForbidden] = useState(rule?.forbidden.join('\n') ?? '')
  const [note, setNote] = useState(rule?.note ?? '')
  const [wrong, setWrong] = useState(false)
  const submit = () => {
    const read = houseRuleSchema.safeParse({
      id: rule?.id ?? crypto.randomUUID(),
      preferred,
      forbidden: forbidden
        .split('\n')
        .map((form) => form.trim())
        .filter((form) => form !== ''),
      note: note.trim(),
    })
    setWrong(!read.success)
    if (!read.success) return
    onClose()
    void onSave(read.data)
  }
  return (
    <FormDialog
      title={rule ? words.title : words.newTitle}
      onClose={onClose}
      onSubmit={submit}
      others={
        rule && (
          <Button
            onPress={() => {
              onClose()
              void onRemove(rule.id)
            }}
          >
            {words.remove}
          </Button>
        )
      }
      verb={words.save}
    >
      <div className={styles.fields}>
        <Field label={words.preferred} value={preferred} onChange={setPreferred} error={wrong ? words.needed : null} autoFocus />
        <Field label={words.forbidden} hint={words.forbiddenHint} value={forbidden} onChange={setForbidden} lines={4} />
        <Field label={words.note} hint={words.noteHint} value={note} onChange={setNote} lines={2} />
      </div>
    </FormDialog>
  )
}
