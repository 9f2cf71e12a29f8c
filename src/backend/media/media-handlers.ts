import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import type { mediaApi } from '../../shared/media/api.ts'
import type { Newsroom } from '../newsroom.ts'

const unknown = failure('notFound', 'Такого снимка в этой редакции нет.', { todo: 'Добавьте снимок ещё раз.' })

export const mediaHandlers = (newsroom: Newsroom): Handlers<typeof mediaApi> => ({
  add: async ({ name, bytes, kind }) => {
    const added = await newsroom.media.add(name, Buffer.from(bytes, 'base64'), kind)
    if (added.ok) newsroom.emit({ type: 'changed', feature: 'media', id: added.value.id })
    return added
  },
  read: async ({ id }) => {
    const medium = newsroom.media.get(id)
    if (!medium) return unknown
    const { name, width, height, focus } = medium
    return success({ name, width, height, focus: focus ?? null })
  },
  setFocus: async ({ id, focus }) => {
    if (!(await newsroom.media.setFocus(id, focus))) return unknown
    newsroom.emit({ type: 'changed', feature: 'media', id })
    return success({})
  },
})
