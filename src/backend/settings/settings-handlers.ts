import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import { mayOverride } from '../../shared/preflight/finding.ts'
import type { settingsApi } from '../../shared/settings/api.ts'
import { mayRestyle } from '../../shared/settings/rights.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import { styleFaults } from '../../shared/settings/style-faults.ts'
import type { Newsroom } from '../newsroom.ts'
import { publisherOf } from '../publishing/publishers.ts'
import { keepsSentUnder } from '../signoff/guard-sent.ts'
import { mayManageStaff } from '../staff/manage-staff.ts'
import { rolesOf } from '../workflow/act.ts'
import { hasLeft, keepLooks, looksOther } from './keep-look.ts'
import { describeStyleFault } from './style-failure.ts'

export const settingsHandlers = (newsroom: Newsroom): Handlers<typeof settingsApi> => {
  const keep = async (change: Partial<Pick<Settings, 'publication' | 'rules' | 'publishing'>>): Promise<void> => {
    await newsroom.settings.put({ ...newsroom.settings.get(), ...change })
    newsroom.emit({ type: 'changed', feature: 'settings', id: null })
  }
  return {
    read: async () => {
      const { publication, rules, publishing } = newsroom.settings.get()
      return success({ publication, rules, publishing })
    },
    updateRules: async ({ rules }, { person }) => {
      if (!mayManageStaff(newsroom, person))
        return failure('forbidden', 'Порядок утверждения меняет владелец редакции.', {
          safe: 'Ничего не изменено.',
          todo: 'Попросите его; если это вы, войдите со своей парольной фразой.',
        })
      await keep({ rules })
      return success({})
    },
    update: async ({ publication: told }, { person }) => {
      const before = newsroom.settings.get().publication
      const publication = { ...told, style: before.style }
      if (publication.requiredLines.join() !== before.requiredLines.join()) {
        const held = rolesOf(newsroom, person)
        if (!held.ok) return held
        if (!mayOverride('error', held.value))
          return failure(
            'forbidden',
            'Что обязательно в выходных данных, решают главный и выпускающий редакторы и ответственный секретарь.',
            {
              safe: 'Настройки издания остались прежними.',
              todo: 'Попросите кого-то из них.',
            },
          )
      }
      const kept = await keepsSentUnder(newsroom, publication)
      if (!kept.ok) return kept
      // Issues that are done say what they said, and their codes lead where they did.
      if (looksOther(before, publication)) await keepLooks(newsroom, null)
      await keep({ publication })
      return success({})
    },
    updatePublishing: async ({ publishing }, { person }) => {
      const publisher = publisherOf(newsroom, person)
      if (!publisher.ok) return publisher
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
    restyle: async ({ style, keep: kept }, { person }) => {
      const held = rolesOf(newsroom, person)
      if (!held.ok) return held
      if (!mayRestyle(held.value))
        return failure(
          'forbidden',
          'Оформление полос меняют главный и выпускающий редакторы, ответственный секретарь и верстальщик.',
          { safe: 'Оформление осталось прежним.', todo: 'Попросите кого-то из них.' },
        )
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
