import { z } from 'zod'

const severalSchema = z.record(z.string(), z.string())

const parsed = (secret: string): Readonly<Record<string, string>> | null => {
  if (!secret.startsWith('{')) return null
  try {
    return severalSchema.safeParse(JSON.parse(secret)).data ?? null
  } catch {
    return null
  }
}

/** The named credentials of a channel that takes several: its secret is a JSON object of them. Empty where it is not. */
export const credentialsOf = (secret: string): Readonly<Record<string, string>> => parsed(secret) ?? {}

/** Every word of a secret that may not be repeated anywhere. */
export const secretWords = (secret: string): readonly string[] =>
  [secret, ...Object.values(credentialsOf(secret))].filter((word) => word !== '')

/** A secret with what was given anew: credentials that were left out stay as they are. */
export const renewedSecret = (known: string, given: string): string => {
  const [before, after] = [parsed(known), parsed(given)]
  return before === null || after === null ? given : JSON.stringify({ ...before, ...after })
}

/** Complaint about the credentials of a channel: one that it does not know, one of which nothing can be made, none at all. */
export const credentialsComplaint = (
  secret: string,
  names: Readonly<Record<string, string>>,
  needed: (given: Readonly<Record<string, string>>) => string | null,
): string | null => {
  const given = parsed(secret)
  if (given === null) return 'Ключи записаны непонятно: нужен список «имя: ключ» в формате JSON.'
  const unknown = Object.keys(given).find((name) => names[name] === undefined)
  if (unknown !== undefined) return `Ключ «${unknown}» этому каналу не нужен.`
  const wrong = Object.entries(given).find(([, word]) => !/^[\x21-\x7E]{1,1000}$/.test(word))
  if (wrong) return `${names[wrong[0]]}: в нём бывают только латинские буквы, цифры и знаки, без пробелов.`
  return needed(given)
}
