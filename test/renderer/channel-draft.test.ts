import { describe, expect, it } from 'vitest'
import { channelAdapters } from '../../src/backend/publishing/channels/registry.ts'
import { complaintsAbout, draftOf, secretOf, settingsOf } from '../../src/renderer/features/settings/channel-draft.ts'
import { channelSteps, fieldsAt, freeName, stepOf } from '../../src/renderer/features/settings/channel-steps.ts'
import { en } from '../../src/renderer/i18n/en.ts'
import { ru } from '../../src/renderer/i18n/ru.ts'
import { channelKinds } from '../../src/shared/publishing/channel.ts'
import { channelForms } from '../../src/shared/publishing/channel-fields.ts'

const filled = {
  telegram: { chat: '@gazeta' },
  vk: { group: '123456' },
  clipboard: { address: 'https://max.ru/gazeta' },
  ok: { group: '70000001234567', application: 'CPTESTKEY' },
  wordpress: { site: 'https://eseur.ru', user: 'redaktor' },
  webhook: { address: 'https://eseur.ru/newsroom' },
  rss: { file: '/srv/feed.xml', title: 'Лента' },
  email: { host: 'smtp.eseur.ru', user: 'gazeta', from: 'gazeta@eseur.ru', to: 'spisok@eseur.ru' },
}

describe.each(channelKinds)('the form of %s', (kind) => {
  const empty = draftOf(null, kind)
  const draft = {
    ...empty,
    values: { ...empty.values, ...filled[kind] },
    secrets: Object.fromEntries(channelForms[kind].secrets.map(({ name }) => [name, 'ключ'])),
  }

  it('asks for what the channel can not do without, and for nothing else', () => {
    const keys = channelForms[kind].secrets.filter(({ optional }) => !optional)
    const needed = [...Object.keys(filled[kind]), ...keys.map(({ name }) => name)]
    expect(Object.keys(complaintsAbout(empty, true, [])).sort()).toEqual(needed.sort())
    expect(complaintsAbout(draft, true, [])).toEqual({})
    expect(complaintsAbout({ ...draft, secrets: {} }, false, [kind])).toEqual({})
    expect(complaintsAbout(draft, true, [kind])).toEqual({ id: 'idTaken' })
    expect(complaintsAbout({ ...draft, id: 'имя' }, true, [])).toEqual({ id: 'idError' })
  })

  it('gives settings that the channel takes, its own usual ones where a field is empty', () => {
    const bare = channelAdapters[kind].settings(filled[kind])
    expect(channelAdapters[kind].settings(settingsOf(draft))).toEqual(bare)
    const cleared = { ...draft, values: filled[kind] }
    expect(channelAdapters[kind].settings(settingsOf(cleared))).toEqual(bare)
  })

  it('shows a channel as it is, and needs a secret where the channel takes one', () => {
    const settings = { ...filled[kind], grace: '15' }
    const channel = {
      id: 'x',
      kind,
      settings,
      connected: true,
      problem: null,
      needsKey: false,
      lastSuccess: null,
      triable: false,
      countable: false,
    }
    expect(draftOf(channel, 'telegram')).toMatchObject({ id: 'x', kind, values: settings, secrets: {} })
    expect(channelForms[kind].secrets.length > 0).toBe(channelAdapters[kind].secretComplaint !== null)
    expect(channelForms[kind].place).toBe(channelAdapters[kind].target)
  })

  it('gives a secret that the channel takes, and none where nothing was typed', () => {
    expect(secretOf(empty)).toBeNull()
    const secret = secretOf({ kind, secrets: Object.fromEntries(channelForms[kind].secrets.map(({ name }) => [name, 'abc'])) })
    expect(secret === null).toBe(channelForms[kind].secrets.length === 0)
    if (channelForms[kind].secrets.length > 1) expect(channelAdapters[kind].secretComplaint?.(secret ?? '')).toBeNull()
  })

  it('is asked for step by step: all that is needed once, with words for every step', () => {
    const steps = channelSteps[kind]
    const asked = steps.flatMap(({ fields, secrets }) => [...fields, ...secrets])
    expect(new Set(asked).size).toBe(asked.length)
    const { fields, secrets } = channelForms[kind]
    expect([...fields, ...secrets].map(({ name }) => name)).toEqual(expect.arrayContaining(asked))
    for (const { name, usual } of fields) if (usual === null) expect(asked).toContain(name)
    for (const { name } of secrets) expect(asked).toContain(name)
    for (const { channelGuide } of [ru, en]) {
      expect(channelGuide.steps[kind]).toHaveLength(steps.length)
      for (const { lines } of channelGuide.steps[kind]) expect(lines.length).toBeGreaterThan(0)
    }
    const everywhere = [...steps, null].flatMap((_, at) => fieldsAt(kind, at).fields)
    expect(everywhere.map(({ name }) => name).sort()).toEqual(fields.map(({ name }) => name).sort())
    expect(stepOf(kind, complaintsAbout(empty, true, []))).toBe(0)
    expect(stepOf(kind, { id: 'idError' })).toBe(steps.length)
    expect(stepOf(kind, {})).toBeNull()
    expect(freeName(kind, [kind])).toBe(`${kind}-2`)
  })

  it('has words for every field and every choice', () => {
    for (const { channel } of [ru, en])
      for (const { name, choices = [] } of channelForms[kind].fields) {
        expect(Object.keys(channel.fields[kind])).toContain(name)
        expect(Object.keys(channel.secrets[kind])).toEqual(channelForms[kind].secrets.map(({ name: key }) => key))
        expect(Object.keys(channel.choices)).toEqual(expect.arrayContaining([...choices]))
      }
  })
})
