import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import type { mediaApi } from '../../shared/media/api.ts'
import { holdsRight } from '../../shared/staff/rights.ts'
import type { Newsroom } from '../newsroom.ts'
import { rolesOf } from '../workflow/act.ts'
import { gapsInWords } from './gap-words.ts'
import { listMedia } from './media-list.ts'
import { advertsOf, placesOf } from './medium-places.ts'
import { saveMedium } from './save-medium.ts'
import { dayShown, rightsFor } from './standing.ts'

const unknown = failure('notFound', 'Такого снимка в этой редакции нет.', { todo: 'Добавьте снимок ещё раз.' })
const safe = 'Ничего не изменено.'

export const mediaHandlers = (newsroom: Newsroom): Handlers<typeof mediaApi> => {
  const changed = (id: string) => newsroom.emit({ type: 'changed', feature: 'media', id })
  const today = () => dayShown(newsroom, null)
  const nameOf = (person: string | null) => newsroom.staff().find(({ id }) => id === person)?.name ?? person ?? ''
  return {
    add: async ({ name, bytes, kind }, { person }) => {
      const added = await newsroom.media.add(name, Buffer.from(bytes, 'base64'), kind, person)
      if (added.ok) changed(added.value.id)
      return added
    },
    read: async ({ id, issue, use }) => {
      const medium = newsroom.media.get(id)
      if (!medium) return unknown
      const { name, width, height, focus, card } = medium
      const { gaps, standing } = rightsFor(medium, use, dayShown(newsroom, issue))
      const words = { caption: card?.caption ?? '', credit: card?.credit ?? '' }
      const rights = { licenceUse: card?.licence.use ?? null, gaps: [...gaps], standing }
      return success({ name, width, height, focus: focus ?? null, ...words, ...rights })
    },
    save: ({ id, file }) => saveMedium(newsroom, id, file),
    list: async ({ from, count, ...wanted }) => {
      const found = listMedia(newsroom, wanted)
      return success({ total: found.length, media: found.slice(from, from + count) })
    },
    state: async ({ id }, { person }) => {
      const medium = newsroom.media.get(id)
      if (!medium) return unknown
      const { name, width, height, bytes, card, taken, pass } = medium
      const { gaps, standing } = rightsFor(medium, 'anywhere', today())
      const roles = rolesOf(newsroom, person)
      return success({
        ...{ id, name, width, height, bytes, standing },
        card: card ?? null,
        taken: taken ? { at: taken.at, name: nameOf(taken.person) } : null,
        gaps: [...gaps],
        pass: pass ? { name: nameOf(pass.person), reason: pass.reason, at: pass.at } : null,
        mayPass: roles.ok && holdsRight('passError', roles.value),
        places: placesOf(newsroom, id),
        adverts: advertsOf(newsroom, id),
      })
    },
    setCard: async ({ id, card }, { person }) => {
      const roles = rolesOf(newsroom, person)
      if (!roles.ok) return roles
      if (!(await newsroom.media.setCard(id, card))) return unknown
      changed(id)
      return success({})
    },
    setPass: async ({ id, reason }, { person }) => {
      const medium = newsroom.media.get(id)
      if (!medium) return unknown
      const { gaps, standing } = rightsFor(medium, 'anywhere', today())
      if (reason !== null && standing === 'law')
        return failure('forbidden', `Этот снимок пропустить нельзя: ${gapsInWords(gaps, 'print')}.`, {
          safe,
          todo: 'Исправьте карточку, если в ней ошибка, или возьмите другой снимок.',
        })
      await newsroom.media.setPass(id, reason === null ? null : { person: person ?? '', reason, at: newsroom.environment.now() })
      changed(id)
      return success({})
    },
    setFocus: async ({ id, focus }) => {
      if (!(await newsroom.media.setFocus(id, focus))) return unknown
      changed(id)
      return success({})
    },
  }
}
