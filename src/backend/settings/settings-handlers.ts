import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import type { settingsApi } from '../../shared/settings/api.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import { styleFaults } from '../../shared/settings/style-faults.ts'
import type { Newsroom } from '../newsroom.ts'
import { keepsSentUnder } from '../signoff/guard-sent.ts'
import { signRules } from '../staff/manage-staff.ts'
import { rulesInForce } from '../workflow/rules-in-force.ts'
import { hasLeft, keepLooks, looksOther } from './keep-look.ts'
import { describeStyleFault } from './style-failure.ts'

export const settingsHandlers = (newsroom: Newsroom): Handlers<typeof settingsApi> => {
  const keep = async (change: Partial<Pick<Settings, 'publication' | 'rules' | 'publishing'>>): Promise<void> => {
    await newsroom.settings.put({ ...newsroom.settings.get(), ...change })
    newsroom.emit({ type: 'changed', feature: 'settings', id: null })
  }
  return {
    read: async () => {
      const { publication, publishing } = newsroom.settings.get()
      return success({ publication, rules: rulesInForce(newsroom), publishing })
    },
    updateRules: async ({ rules }, { person }) => {
      const signed = await signRules(newsroom, person, rules)
      if (!signed.ok) return signed
      await keep({ rules })
      return success({})
    },
    update: async ({ publication: told }) => {
      const before = newsroom.settings.get().publication
      const publication = { ...told, style: before.style }
      const kept = await keepsSentUnder(newsroom, publication)
      if (!kept.ok) return kept
      // Issues that are done say what they said, and their codes lead where they did.
      if (looksOther(before, publication)) await keepLooks(newsroom, null)
      await keep({ publication })
      return success({})
    },
    updatePublishing: async ({ publishing }) => {
      await keep({ publishing })
      return success({})
    },
    restyled: async () => {
      const inHand = newsroom.issues.entries().filter((entry) => !hasLeft(newsroom, entry))
      const issues = await Promise.all(
        inHand.map(async ({ serial, pageOf }) => ({
          issue: serial,
          stories: pageOf.size,
          keeps: (await newsroom.issues.get(serial))?.look !== undefined,
        })),
      )
      return success(issues)
    },
    restyle: async ({ style, keep: kept }) => {
      const [fault] = styleFaults(style)
      if (fault) {
        const { what, todo } = describeStyleFault(fault)
        return failure('invalidInput', what, { safe: 'Оформление осталось прежним.', todo })
      }
      await keepLooks(newsroom, kept)
      await keep({ publication: { ...newsroom.settings.get().publication, style } })
      return success({})
    },
  }
}
