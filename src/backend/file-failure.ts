import { failure, type Result } from '../shared/api/result.ts'
import { errorCode } from './store/files.ts'
import { DamagedFile, NewerFile } from './store/json-file.ts'

/** The failures of a disk that people can do something about; null for anything else. */
export const fileFailure = (error: unknown): Result<never> | null => {
  if (error instanceof DamagedFile)
    return failure('damaged', `Файл ${error.path} повреждён, и предыдущей копии нет.`, {
      safe: 'Файл не тронут, остальная работа цела.',
      todo: 'Проверьте папку командой «newsroom check» или верните файл из резервной копии.',
      reference: error.path,
    })
  if (error instanceof NewerFile)
    return failure('readOnly', `Файл ${error.path} записан более новой версией программы.`, {
      safe: 'Он цел и не тронут.',
      todo: 'Обновите программу на этом компьютере и откройте папку снова.',
      reference: error.path,
    })
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return failure('diskFull', 'На диске нет места.', {
        safe: 'То, что уже сохранено, цело; несохранённое остаётся в памяти, пока программа открыта.',
        todo: 'Освободите место и повторите.',
      })
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return failure('readOnly', 'Запись в папку запрещена.', {
        safe: 'В папке ничего не изменено.',
        todo: 'Дайте права на запись или скопируйте папку на другой диск и откройте копию.',
      })
    case 'EIO':
    case 'ENODEV':
    case 'ENXIO':
      return failure('unavailable', 'Диск не отвечает.', {
        safe: 'То, что уже сохранено, не изменено.',
        todo: 'Проверьте, подключён ли диск, и повторите.',
      })
    case 'ENOTDIR':
    case 'EISDIR':
    case 'ENOENT':
      return failure('notFound', 'Файл или папка не найдены.', {
        safe: 'Ничего не изменено.',
        todo: 'Проверьте путь.',
        reference: error instanceof Error && 'path' in error ? String(error.path) : undefined,
      })
    default:
      return null
  }
}
