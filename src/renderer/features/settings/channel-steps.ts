import type { ChannelKind } from '../../../shared/publishing/channel.ts'
import { type ChannelField, type ChannelSecret, channelForms } from '../../../shared/publishing/channel-fields.ts'

/** What a person fills in at one step of connecting, by name. Its words stand in the guide of the language. */
interface StepFields {
  readonly fields: readonly string[]
  readonly secrets: readonly string[]
}

const step = (fields: readonly string[], secrets: readonly string[] = []): StepFields => ({ fields, secrets })

/** The steps of connecting a channel of each kind, in the order in which a person comes by what is asked. */
export const channelSteps: Readonly<Record<ChannelKind, readonly StepFields[]>> = {
  telegram: [step([], ['secret']), step(['chat'])],
  vk: [step(['group'], ['community']), step([], ['user', 'service'])],
  ok: [step(['application']), step([], ['token', 'session']), step(['group'])],
  wordpress: [step(['site']), step(['user'], ['secret'])],
  webhook: [step(['address']), step([], ['secret'])],
  rss: [step(['file']), step(['title', 'folderAddress'])],
  email: [step(['host', 'user'], ['secret']), step(['from', 'fromName', 'to'])],
  clipboard: [step(['address'])],
}

/** What is filled in at a step; at the last one (its number is that of the steps) everything else that can be set. */
export const fieldsAt = (
  kind: ChannelKind,
  at: number,
): { readonly fields: readonly ChannelField[]; readonly secrets: readonly ChannelSecret[] } => {
  const form = channelForms[kind]
  const steps = channelSteps[kind]
  const here = steps[at]
  if (!here) {
    const asked = new Set(steps.flatMap(({ fields }) => fields))
    return { fields: form.fields.filter(({ name }) => !asked.has(name)), secrets: [] }
  }
  return {
    fields: here.fields.flatMap((name) => form.fields.find((field) => field.name === name) ?? []),
    secrets: here.secrets.flatMap((name) => form.secrets.find((secret) => secret.name === name) ?? []),
  }
}

/** The first step at which something is still wrong; the last one for what stands at none. */
export const stepOf = (kind: ChannelKind, complaints: Readonly<Record<string, unknown>>): number | null => {
  const wrong = Object.keys(complaints)
  if (wrong.length === 0) return null
  const at = channelSteps[kind].findIndex(({ fields, secrets }) =>
    wrong.some((name) => fields.includes(name) || secrets.includes(name)),
  )
  return at < 0 ? channelSteps[kind].length : at
}

/** A short name that no channel has yet: that of the kind, with a number where it is taken. */
export const freeName = (kind: ChannelKind, taken: readonly string[]): string => {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? kind : `${kind}-${number}`
    if (!taken.includes(name)) return name
  }
}
