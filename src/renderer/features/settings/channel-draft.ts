import type { ChannelKind, ChannelState } from '../../../shared/publishing/channel.ts'
import { channelForms } from '../../../shared/publishing/channel-fields.ts'

/** A channel as it is being filled in. */
export interface ChannelDraft {
  readonly id: string
  readonly kind: ChannelKind
  readonly values: Readonly<Record<string, string>>
  /** The keys that were typed in; what is there already is never shown. */
  readonly secrets: Readonly<Record<string, string>>
}

/** A first draft: of a channel that is there, or of a new one of a kind. */
export const draftOf = (channel: ChannelState | null, kind: ChannelKind): ChannelDraft => {
  const fields = channelForms[channel?.kind ?? kind].fields
  return {
    id: channel?.id ?? kind,
    kind: channel?.kind ?? kind,
    values: Object.fromEntries(fields.map(({ name, usual }) => [name, channel?.settings[name] ?? usual ?? ''])),
    secrets: {},
  }
}

type Complaint = 'idError' | 'idTaken' | 'needed' | 'secretNeeded'

/** What is still wrong with a draft, by field; `taken` are the names of the other channels. */
export const complaintsAbout = (
  { id, kind, values, secrets }: ChannelDraft,
  isNew: boolean,
  taken: readonly string[],
): Readonly<Record<string, Complaint>> => {
  const complaints: Record<string, Complaint> = {}
  if (!/^[a-zA-Z0-9_-]{1,40}$/.test(id)) complaints.id = 'idError'
  else if (isNew && taken.includes(id)) complaints.id = 'idTaken'
  for (const { name, usual } of channelForms[kind].fields)
    if (usual === null && (values[name] ?? '').trim() === '') complaints[name] = 'needed'
  for (const { name, optional } of channelForms[kind].secrets)
    if (isNew && !optional && (secrets[name] ?? '').trim() === '') complaints[name] = 'secretNeeded'
  return complaints
}

/** The settings of a draft: what is left empty means the usual. */
export const settingsOf = ({ kind, values }: ChannelDraft): Readonly<Record<string, string>> =>
  Object.fromEntries(
    channelForms[kind].fields
      .map(({ name, usual }) => [name, (values[name] ?? '').trim() || (usual ?? '')] as const)
      .filter(([, value]) => value !== ''),
  )

/** The secret of a draft as the channel takes it: one key as it is, several as a JSON object; null where none was typed. */
export const secretOf = ({ kind, secrets }: Pick<ChannelDraft, 'kind' | 'secrets'>): string | null => {
  const typed = channelForms[kind].secrets
    .map(({ name }) => [name, (secrets[name] ?? '').trim()] as const)
    .filter(([, key]) => key !== '')
  const [first] = typed
  if (!first) return null
  return channelForms[kind].secrets.length === 1 ? first[1] : JSON.stringify(Object.fromEntries(typed))
}
