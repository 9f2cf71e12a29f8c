import { mediaApi } from '../../../../shared/media/api.ts'
import type { Client } from '../../../api/client.ts'
import type { InsertedPhoto } from '../editor/commands.ts'

/** Photos as they come into a text: with the caption and the author their cards have (rule U33). */
export const withCards = (client: Pick<Client, 'call'>, media: readonly string[]): Promise<readonly InsertedPhoto[]> =>
  Promise.all(
    media.map(async (id) => {
      const read = await client.call(mediaApi.read, { id })
      return { media: id, caption: read.ok ? read.value.caption : '', credit: read.ok ? read.value.credit : '' }
    }),
  )
