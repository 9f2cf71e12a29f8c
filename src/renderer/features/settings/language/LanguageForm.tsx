import { Plus } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { Failure, Result } from '../../../../shared/api/result.ts'
import { languageApi } from '../../../../shared/language/api.ts'
import type { HouseRule } from '../../../../shared/language/house/house-style.ts'
import { plainText } from '../../../../shared/language/sorting.ts'
import { toBase64 } from '../../../api/base64.ts'
import { useClient, useQuery } from '../../../api/hooks.tsx'
import { useSession } from '../../../app/session.tsx'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { Field } from '../../../ui/Field.tsx'
import { useToast } from '../../../ui/Toast.tsx'
import styles from './LanguageForm.module.css'
import { RuleDialog } from './RuleDialog.tsx'
import { WordList } from './WordList.tsx'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

interface RuleTableProps {
  readonly rules: readonly HouseRule[]
  readonly mayChange: boolean
  readonly onEdit: (rule: HouseRule) => void
}

const RuleTable = ({ rules, mayChange, onEdit }: RuleTableProps) => {
  const text = useText().writing.house
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{text.preferred}</th>
          <th scope="col">{text.forbidden}</th>
          <th scope="col">{text.note}</th>
          {mayChange && <th scope="col">{text.edit}</th>}
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.id}>
            <td className={styles.words}>{rule.preferred}</td>
            <td className={styles.words}>
              {rule.forbidden.map((form) => (
                <div key={form}>{form}</div>
              ))}
            </td>
            <td>{rule.note}</td>
            {mayChange && (
              <td>
                <Button aria-label={text.editOf(rule.preferred)} onPress={() => onEdit(rule)}>
                  {text.edit}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** «Стиль и написание»: how the newspaper writes, and the words of its own. */
export const LanguageForm = () => {
  const text = useText().writing.house
  const client = useClient()
  const toast = useToast()
  const { workspace } = useSession()
  const language = useQuery(languageApi.read, {}, ['language', 'workspace', 'staff'])
  const [find, setFind] = useState('')
  const [editing, setEditing] = useState<HouseRule | 'new' | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const tell = (result: Result<unknown>) => setFailure(result.ok ? null : result.failure)
  if (language.failure) return <FailureMessage failure={language.failure} onAction={language.refresh} />
  if (!language.value) return null
  const { rules, words, mayChange } = language.value
  const wanted = plainText(find.trim())
  const holds = (...parts: readonly string[]) => parts.some((part) => plainText(part).includes(wanted))
  const shown = rules.filter(({ preferred, forbidden, note }) => holds(preferred, note, ...forbidden))

  const load = async (file: File) => {
    const bytes = toBase64(new Uint8Array(await file.arrayBuffer()))
    const read = await client.call(languageApi.importRules, { bytes })
    tell(read)
    if (read.ok) toast({ text: text.imported(read.value.added, read.value.changed, read.value.skipped) })
  }
  const writeOut = async () => {
    const written = await client.call(languageApi.exportRules, {})
    tell(written)
    if (written.ok) toast({ text: text.exported(written.value.file) })
  }
  return (
    <div className={styles.form}>
      {failure && <FailureMessage failure={failure} />}
      <p>{text.total(rules.length, words.length)}</p>
      <div className={styles.tools}>
        <Field label={text.find} value={find} onChange={setFind} />
        {mayChange && (
          <Button icon={<Plus {...icon} />} onPress={() => setEditing('new')}>
            {text.add}
          </Button>
        )}
        {mayChange && (
          <FileTrigger
            acceptedFileTypes={['.csv']}
            onSelect={(files) => {
              const file = files?.[0]
              if (file) void load(file)
            }}
          >
            <Button>{text.importRules}</Button>
          </FileTrigger>
        )}
        {!workspace.readOnly && <Button onPress={() => void writeOut()}>{text.exportRules}</Button>}
      </div>
      <section aria-label={text.rules}>
        <h2>{text.rules}</h2>
        <p className={styles.hint}>
          {text.intro} {!mayChange && text.onlyKeepers}
        </p>
        {shown.length === 0 ? <p>{text.nothing}</p> : <RuleTable rules={shown} mayChange={mayChange} onEdit={setEditing} />}
      </section>
      <WordList
        words={words.filter((word) => holds(word))}
        none={words.length === 0 ? text.noWords : text.nothing}
        readOnly={workspace.readOnly}
        onAdd={async (word) => tell(await client.call(languageApi.addWord, { word }))}
        onRemove={async (word) => tell(await client.call(languageApi.removeWord, { word }))}
      />
      {editing !== null && (
        <RuleDialog
          rule={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onSave={async (rule) => tell(await client.call(languageApi.saveRule, { rule }))}
          onRemove={async (id) => tell(await client.call(languageApi.removeRule, { id }))}
        />
      )}
    </div>
  )
}
