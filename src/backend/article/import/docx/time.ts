/** The time an attribute of Word names, in milliseconds since 1970; null where it names none. */
export const timeOf = (written: string | undefined): number | null => {
  const time = Date.parse(written ?? '')
  return Number.isFinite(time) && time >= 0 ? time : null
}
