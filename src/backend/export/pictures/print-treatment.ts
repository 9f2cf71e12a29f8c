import { createHash } from 'node:crypto'
import { type ColourTable, colourTable } from './colour-table.ts'
import type { PictureTreatment } from './render-picture.ts'

/** How pictures are made for a printer with this profile, given as bytes and as their file, and sum of inks, per cent. */
export const printTreatment = (profile: Uint8Array, profileFile: string, inkLimit: number): PictureTreatment => {
  let table: Promise<ColourTable> | null = null
  return {
    target: 'print',
    colours: `${createHash('sha256').update(profile).digest('hex')}-${inkLimit}`,
    // Pictures in the cache need no table, and with it comes the library of pictures.
    table: () => {
      table ??= colourTable(profileFile, inkLimit)
      return table
    },
  }
}
