import { createHash } from 'node:crypto'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import type { Environment } from '../environment.ts'
import type { Files } from '../store/files.ts'
import { DamagedFile, type RecordType, readJsonFile, replaceFile } from '../store/json-file.ts'
import { takeLock } from '../store/lock.ts'
import { type DecisionLog, openDecisionLog } from './decision-log.ts'
import type { OutboxRow } from './outbox-row.ts'

const installationSchema = z.object({ schemaVersion: z.literal(1), id: z.string() })
/** In the folder: which installation sends, and since which take-over. */
const insideSchema = z.object({ schemaVersion: z.literal(1), installation: z.string(), epoch: z.number().int() })
/** Outside the folder: which of its copies on this machine sends. */
const outsideSchema = insideSchema.extend({ folder: z.string() })

type Inside = z.infer<typeof insideSchema>
type Outside = z.infer<typeof outsideSchema>

const recordType = <T>(schema: z.ZodType<T>): RecordType<T> => ({ version: 1, schema, migrations: {} })
const installationType = recordType(installationSchema)
const insideType = recordType(insideSchema)
const outsideType = recordType(outsideSchema)

const read = async <T>(files: Files, path: string, type: RecordType<T>): Promise<T | null> =>
  (await readJsonFile(files, path, type, false)).value

const write = async (files: Files, path: string, value: object): Promise<void> => {
  await files.makeFolder(dirname(path))
  await replaceFile(files, path, new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`))
}

const canonical = (folder: string): string => {
  const path = resolve(folder)
  return process.platform === 'win32' ? path.toLowerCase() : path
}

/** A newsroom's id comes from a file that anyone may edit: as a folder's name it must not lead elsewhere. */
const safeName = (id: string): string =>
  /^[A-Za-z0-9-]{1,64}$/.test(id) ? id : createHash('sha256').update(id).digest('hex').slice(0, 32)

const remedy =
  'Чтобы отправлять отсюда, выберите «Отправлять отсюда»: всё, что не подтверждено, станет «результат неизвестен», и его проверит человек.'

const pauses = {
  foreign: `Отправка приостановлена: из этой папки отправляли на другом компьютере. ${remedy}`,
  copy: (folder: string) =>
    `Отправка приостановлена: это копия редакции, или её перенесли: отправляет папка ${folder}. ${remedy}`,
  older: `Отправка приостановлена: папка восстановлена из копии, которая старше уже отправленного. ${remedy}`,
  newer: `Отправка приостановлена: отправку этой редакции принимал другой компьютер. ${remedy}`,
  readOnly: 'Отправка приостановлена: папка открыта только для чтения.',
  unreadable: (home: string, complaint: string) =>
    `Отправка приостановлена: сведения об отправке в папке ${home} не читаются или не записываются (${complaint}). ${remedy}`,
}

/** May this folder send from here? Rules O9 to O12. */
export interface SendingRight {
  /** Null when it may send; otherwise why not, for people. Looks at the disk anew: another copy may have taken over. */
  pause(rows: ReadonlyMap<string, OutboxRow>): Promise<string | null>
  /** The number of the last decision on a delivery that this machine knows of, in whatever copy it was taken. */
  lastDecision(row: string): number
  /** Remembers decisions outside the folder; nothing may be done on them before this resolves. */
  remember(decisions: ReadonlyMap<string, number>): Promise<void>
  /** Runs while no other process sends or takes over this newsroom on this machine; null when one does. */
  exclusively<T>(work: () => Promise<T>): Promise<T | null>
  /**
   * Makes this folder the one that sends, inside `exclusively`. `doubt` makes the rows unknown and returns the decision
   * numbers they have then; it is called after the log was read anew and before anything is claimed (rule O12).
   */
  takeOver(doubt: () => Promise<ReadonlyMap<string, number>>): Promise<void>
}

interface RightOptions {
  readonly environment: Environment
  readonly folder: string
  readonly newsroom: string
  readonly readOnly: boolean
  readonly rows: ReadonlyMap<string, OutboxRow>
}

const readable = async <T>(reading: Promise<T | null>): Promise<T | null> => {
  try {
    return await reading
  } catch (error) {
    if (error instanceof DamagedFile) return null
    throw error
  }
}

const complaintOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export const openSendingRight = async (options: RightOptions): Promise<SendingRight> => {
  const { environment, folder, newsroom, readOnly } = options
  const { files, home } = environment
  const place = join(home, 'sending', safeName(newsroom))
  const insidePath = join(folder, 'sending.json')
  const outsidePath = join(place, 'owner.json')
  const installationPath = join(home, 'installation.json')
  const here = canonical(folder)
  let log: DecisionLog | null = null
  let epoch = 0
  let broken: string | null = null

  const loadLog = async (): Promise<DecisionLog> => {
    log = await openDecisionLog(files, join(place, 'decisions.journal'))
    return log
  }

  const owners = async () => ({
    inside: await read(files, insidePath, insideType),
    outside: await read(files, outsidePath, outsideType),
    installation: (await read(files, installationPath, installationType))?.id ?? null,
  })

  const exclusively = async <T>(work: () => Promise<T>): Promise<T | null> => {
    await files.makeFolder(place)
    const lock = await takeLock(environment, join(place, 'lock.json'))
    if (!lock.taken) return null
    try {
      return await work()
    } finally {
      await lock.release()
    }
  }

  /** Outside first: until the folder agrees with it nothing is sent, so a crash between the two does no harm. */
  const claim = async (next: number): Promise<void> => {
    let id = (await read(files, installationPath, installationType))?.id
    if (id === undefined) {
      id = environment.newId()
      await write(files, installationPath, { schemaVersion: 1, id })
    }
    const inside: Inside = { schemaVersion: 1, installation: id, epoch: next }
    const outside: Outside = { ...inside, folder: here }
    await write(files, outsidePath, outside)
    await write(files, insidePath, inside)
    epoch = next
  }

  /** A newsroom that has never queued anything belongs to the installation that opens it first. */
  const adopt = async (): Promise<void> => {
    const isNew = async (): Promise<boolean> => {
      const { inside, outside } = await owners()
      const unfinished = outside === null || (outside.folder === here && outside.epoch === 1)
      return inside === null && unfinished && options.rows.size === 0 && log?.known().size === 0
    }
    if (!(await isNew())) return
    await exclusively(async () => {
      if (await isNew()) await claim(1)
    })
  }

  const compare = async (rows: ReadonlyMap<string, OutboxRow>): Promise<string | null> => {
    const { inside, outside, installation } = await owners()
    if (!outside || outside.installation !== installation) return pauses.foreign
    if (outside.folder !== here) return pauses.copy(outside.folder)
    if (inside && inside.installation !== outside.installation) return pauses.foreign
    if (!inside || inside.epoch < outside.epoch) return pauses.older
    if (inside.epoch > outside.epoch) return pauses.newer
    epoch = outside.epoch
    for (const { row, number, epoch: since } of log?.known().values() ?? [])
      if (since === epoch && (rows.get(row)?.decisions ?? 0) < number) return pauses.older
    return null
  }

  try {
    await loadLog()
    if (!readOnly) await adopt()
  } catch (error) {
    broken = complaintOf(error)
  }

  return {
    pause: async (rows) => {
      if (readOnly) return pauses.readOnly
      if (broken !== null) return pauses.unreadable(home, broken)
      try {
        return await compare(rows)
      } catch (error) {
        return pauses.unreadable(home, complaintOf(error))
      }
    },
    lastDecision: (row) => log?.known().get(row)?.number ?? 0,
    remember: async (decisions) => {
      if (!log) throw new Error('журнал решений не открыт')
      await log.append([...decisions].map(([row, number]) => ({ row, number, epoch })))
    },
    exclusively,
    takeOver: async (doubt) => {
      const fresh = await loadLog()
      // Facts that can't be read any more are what a person takes over from, too.
      const inside = await readable(read(files, insidePath, insideType))
      const outside = await readable(read(files, outsidePath, outsideType))
      const next = Math.max(inside?.epoch ?? 0, outside?.epoch ?? 0) + 1
      const numbers = await doubt()
      await fresh.append([...numbers].map(([row, number]) => ({ row, number, epoch: next })))
      await claim(next)
      broken = null
    },
  }
}
