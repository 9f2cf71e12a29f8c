import { z } from 'zod'

/** Most characters of a post, where the network does not tell its limit for sure; a setting. */
export const textLimitSetting = (usual: number) =>
  z
    .string()
    .refine(
      (value) => /^\d{3,6}$/.test(value) && Number(value) >= 500 && Number(value) <= 100_000,
      'нужно число от 500 до 100000',
    )
    .default(String(usual))

/** The limit that the settings tell; the usual one where they tell none. */
export const textLimitOf = (settings: Readonly<Record<string, string>>, usual: number): number =>
  Number(settings.textLimit ?? usual)

/** What stands under every post as hashtags. */
export const hashtagSettings = {
  hashtags: z.enum(['rubric', 'off'], 'можно rubric (по рубрике) или off (без неё)').default('rubric'),
  tags: z.string().trim().max(200, 'не больше 200 знаков').default(''),
}
