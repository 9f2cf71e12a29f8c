import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { BackendEvent } from '../../shared/api/events.ts'
import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import { compareText } from '../../shared/language/sorting.ts'
import type { workspaceApi } from '../../shared/workspace/api.ts'
import type { Environment } from '../environment.ts'
import { createNewsroom, isNewsroom, lockPath } from '../newsroom.ts'
import { takeLock } from '../store/lock.ts'
import { checkWorkspace } from './check-workspace.ts'
import { recentFolders } from './recent-folders.ts'
import type { Session } from './session.ts'
import { verifyNewsroom } from './verify/verify-newsroom.ts'

export const workspaceHandlers = (
  environment: Environment,
  session: Session,
  emit: (event: BackendEvent) => void,
): Handlers<typeof workspaceApi> => ({
  state: async () => success(session.state()),
  recent: async () =>
    success(
      await Promise.all(
        (await recentFolders(environment)).map(async (recent) => ({
          ...recent,
          missing: !(await isNewsroom(environment, recent.folder)),
        })),
      ),
    ),
  browse: async ({ folder }) => {
    const path = resolve(folder ?? homedir())
    const facts = await environment.files.facts(path)
    if (!facts?.folder) return failure('notFound', `Папки ${path} нет.`, { todo: 'Проверьте путь.' })
    const inside = (await environment.files.list(path)).filter((entry) => entry.folder && !entry.name.startsWith('.'))
    const entries = await Promise.all(
      inside.map(async ({ name }) => ({
        name,
        folder: join(path, name),
        newsroom: await isNewsroom(environment, join(path, name)).catch(() => false),
      })),
    )
    const parent = dirname(path)
    return success({
      folder: path,
      parent: parent === path ? null : parent,
      entries: entries.sort((a, b) => compareText(a.name, b.name)),
    })
  },
  create: async ({ folder, demo, job }) => {
    const path = resolve(folder)
    const onProgress = (done: number, total: number) => {
      if (job !== null) emit({ type: 'jobProgress', job, done, total, label: '' })
    }
    // With it come texts and settings that only a demo needs.
    const makeDemo = async () =>
      (await import('./demo/create-demo-newsroom.ts')).createDemoNewsroom(environment, path, onProgress)
    const created = await (demo ? makeDemo() : createNewsroom(environment, path))
    return created.ok ? session.open(path) : created
  },
  open: async ({ folder }) => session.open(folder),
  close: async () => {
    await session.close()
    return success({})
  },
  verify: async ({ folder }) => {
    const path = resolve(folder)
    if (!(await isNewsroom(environment, path)))
      return failure('notFound', `В папке ${path} нет редакции: нет файла settings.json.`, { todo: 'Проверьте путь.' })
    return success(await verifyNewsroom(environment, path))
  },
  check: async ({ folder, repair }) => {
    const path = resolve(folder)
    if (!(await isNewsroom(environment, path)))
      return failure('notFound', `В папке ${path} нет редакции: нет файла settings.json.`, { todo: 'Проверьте путь.' })
    if (!repair) return success([...(await checkWorkspace(environment, path, false))])
    const wasOpen = session.newsroom()?.folder === path
    if (wasOpen) await session.close()
    const lock = await takeLock(environment, lockPath(path))
    if (!lock.taken)
      return failure('readOnly', `Папку ${path} держит ${lock.holder}.`, {
        safe: 'В ней ничего не изменено.',
        todo: 'Закройте редакцию там и повторите.',
      })
    const findings = await checkWorkspace(environment, path, true).finally(lock.release)
    if (wasOpen) await session.open(path)
    return success([...findings])
  },
})
