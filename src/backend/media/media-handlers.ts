import type { Handlers } from '../../shared/api/operation.ts'
import type { mediaApi } from '../../shared/media/api.ts'
import type { Newsroom } from '../newsroom.ts'

export const mediaHandlers = (newsroom: Newsroom): Handlers<typeof mediaApi> => ({
  add: async ({ name, bytes }) => {
    const added = await newsroom.media.add(name, Buffer.from(bytes, 'base64'))
    if (added.ok) newsroom.emit({ type: 'changed', feature: 'media', id: added.value.id })
    return added
  },
})
