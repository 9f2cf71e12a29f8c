import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { failure, type Result, success } from '../../shared/api/result.ts'
import {
  type ColourProfile,
  newspaperPrinter,
  type PrinterProfile,
  printerProfileSchema,
} from '../../shared/export/printer-profile.ts'
import type { Environment } from '../environment.ts'
import { unless } from '../store/files.ts'
import type { RecordType } from '../store/json-file.ts'
import type { SingleRecord } from '../store/record-store.ts'

const printersSchema = z.object({
  schemaVersion: z.literal(1),
  /** Id of the one that is taken when none is named. */
  usual: z.string(),
  profiles: z.array(printerProfileSchema).min(1),
})
/** The printing houses of a newsroom. */
export type Printers = z.infer<typeof printersSchema>

/** How they are stored. */
export const printersType: RecordType<Printers> = { version: 1, schema: printersSchema, migrations: {} }

/** What a newsroom has before anybody said anything else. */
export const firstPrinters: Printers = { schemaVersion: 1, usual: newspaperPrinter.id, profiles: [newspaperPrinter] }

export const printersPath = (folder: string): string => join(folder, 'printers.json')

/** Where an imported colour profile lies. */
export const importedProfilePath = (folder: string, hash: string): string => join(folder, 'profiles', `${hash}.icc`)

interface Place {
  readonly folder: string
  readonly environment: Pick<Environment, 'resources'>
}

/** The file of a colour profile. */
export const profileFile = ({ folder, environment }: Place, colours: ColourProfile): string =>
  colours.kind === 'shipped'
    ? join(environment.resources, 'icc', `${colours.name}.icc`)
    : importedProfilePath(folder, colours.hash)

/** The bytes of a colour profile; one that a printer gave must still be what was taken in. */
export const readProfile = async (
  { folder, environment }: { readonly folder: string; readonly environment: Pick<Environment, 'resources' | 'files'> },
  colours: ColourProfile,
): Promise<Result<Uint8Array>> => {
  const bytes = await unless('ENOENT', environment.files.read(profileFile({ folder, environment }, colours)), null)
  const isWhole = colours.kind === 'shipped' || (bytes && createHash('sha256').update(bytes).digest('hex') === colours.hash)
  if (bytes && isWhole) return success(bytes)
  return failure('damaged', `Профиль «${colours.name}» в папке редакции ${bytes ? 'повреждён' : 'пропал'}.`, {
    safe: 'Файл не записан, прежний не изменён.',
    todo: 'Загрузите профиль ICC этой типографии ещё раз или выберите другую.',
  })
}

/** The printing condition in words; the licence of ours asks to name the report their data come from. */
export const conditionOf = ({ colours, inkLimit }: PrinterProfile): string =>
  colours.kind === 'shipped'
    ? `Coldset newsprint, total ink ${inkLimit} %, derived from ANSI CGATS/SNAP TR 002-2007`
    : `${colours.name}, total ink ${inkLimit} %`

/** The printer with this id, or with null the usual one. */
export const findPrinter = (printers: SingleRecord<Printers>, id: string | null): Result<PrinterProfile> => {
  const { usual, profiles } = printers.get()
  const wanted = id ?? usual
  const found = profiles.find((profile) => profile.id === wanted) ?? (id === null ? profiles[0] : undefined)
  if (found) return success(found)
  return failure('notFound', `Типографии «${wanted}» в этой редакции нет.`, {
    safe: 'Ничего не записано.',
    todo: `Есть: ${profiles.map((profile) => profile.id).join(', ')}.`,
  })
}
