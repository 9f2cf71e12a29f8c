import type { z } from 'zod'
import { failure, type Result } from '../../../shared/api/result.ts'

/** The refusal of settings: names each setting that is wrong and says what is wrong with it. */
export const settingsFailure = (
  kind: string,
  /** What people call the settings. */
  names: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>>,
  error: z.ZodError,
  needed: string,
): Result<never> => {
  const complaints = error.issues.map((issue) => {
    if (issue.code === 'unrecognized_keys') return `${issue.keys.join(', ')}: такой настройки нет`
    const name = issue.path.join('.')
    return `${names[name] ?? ''} (${name}): ${given[name] === undefined ? 'не задано' : issue.message}`
  })
  return failure('invalidInput', `Настройки канала ${kind} не приняты. ${complaints.join('; ')}.`, {
    safe: 'Канал не изменён.',
    todo: `Исправьте и повторите. ${needed}`,
  })
}
