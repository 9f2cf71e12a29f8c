/** Times of a signature «в печать», milliseconds since 1970. */
export interface PressTimes {
  readonly planned: number
  /** Null before it was given. */
  readonly actual: number | null
}

/** Which line of an imprint tells when the issue was signed; -1 where none does. */
export const signOffLine = (imprint: readonly string[]): number =>
  imprint.findIndex((line) => /подписан\p{L}*\s+в\s+печать/iu.test(line) && /график/iu.test(line) && /фактическ/iu.test(line))

const hour = (at: number, zone: string): string =>
  new Intl.DateTimeFormat('ru-RU', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(at)

/** As wide as any other time, so that nothing moves when it is known. */
const unknownHour = '00:00'

/**
 * An imprint whose line of the signature bears these times, by the clocks of a zone, in the form that it was written in;
 * all other lines stay as they are.
 */
export const stampImprint = (imprint: readonly string[], { planned, actual }: PressTimes, zone: string): readonly string[] => {
  const at = signOffLine(imprint)
  if (at < 0) return imprint
  const put = (line: string, word: RegExp, time: string) => line.replace(word, (_all, before: string) => `${before}${time}`)
  const written = imprint[at] ?? ''
  const stamped = put(
    put(written, /(график\p{L}*\D{0,8}?)\d{1,2}[:.]\d{2}/iu, hour(planned, zone)),
    /(фактическ\p{L}*\D{0,8}?)\d{1,2}[:.]\d{2}/iu,
    actual === null ? unknownHour : hour(actual, zone),
  )
  return imprint.map((line, number) => (number === at ? stamped : line))
}
