import type { ChannelField } from '../../../shared/publishing/channel-fields.ts'
import { useText } from '../../i18n/text.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'

interface ChannelSettingProps {
  readonly field: ChannelField
  readonly words: { readonly label: string; readonly hint: string }
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | null
}

/** One setting of a channel: a line, or one of a few choices. */
export const ChannelSetting = ({ field, words, value, onChange, error }: ChannelSettingProps) => {
  const choices: Readonly<Record<string, string>> = useText().channel.choices
  if (field.choices)
    return (
      <Select
        label={words.label}
        options={field.choices.map((id) => ({ id, label: choices[id] ?? id }))}
        value={value}
        onChange={onChange}
      />
    )
  const hint = words.hint === '' ? {} : { hint: words.hint }
  return <Field label={words.label} value={value} onChange={onChange} error={error} lines={field.lines ?? 1} {...hint} />
}
