import { errorCode } from '../../store/files.ts'

/** Why a file or folder could not be read, and what to do: two Russian sentences. */
export const readComplaint = (path: string, error: unknown): string => {
  const code = errorCode(error)
  switch (code) {
    case 'ENOENT':
      return `«${path}»: такого файла или папки нет. Проверьте имя и путь.`
    case 'EACCES':
    case 'EPERM':
      return `«${path}»: нет права на чтение. Разрешите чтение в свойствах файла или скопируйте его в свою папку.`
    case 'EBUSY':
      return `«${path}»: занят другой программой. Закройте её и импортируйте ещё раз.`
    case null:
      throw error
    default:
      return `«${path}»: не читается (${code}). Проверьте диск, скопируйте файл в другую папку и импортируйте ещё раз.`
  }
}

/** Why a text that was read could not be kept. Bugs go on as they are. */
export const storeComplaint = (path: string, error: unknown): string => {
  const code = errorCode(error)
  if (code === null) throw error
  return code === 'ENOSPC'
    ? `«${path}»: на диске редакции нет места, материал не записан. Освободите место и импортируйте файл ещё раз.`
    : `«${path}»: материал не записан (${code}). Проверьте диск, на котором лежит редакция, и импортируйте файл ещё раз.`
}
