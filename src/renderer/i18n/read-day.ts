const two = (value: number): string => String(value).padStart(2, '0')

/** YYYY-MM-DD of «25.11.2026», «25.11.26», «25/11/2026» or YYYY-MM-DD; null when there is no such day. */
export const readDay = (text: string): string | null => {
  const written = /^(\d{1,2})[./](\d{1,2})[./](\d{2}|\d{4})$/.exec(text.trim())
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim())
  const [year, month, date] = written
    ? [Number(written[3]) + (written[3]?.length === 2 ? 2000 : 0), Number(written[2]), Number(written[1])]
    : iso
      ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
      : [0, 0, 0]
  const day = new Date(year, month - 1, date)
  return year >= 1900 && day.getMonth() === month - 1 && day.getDate() === date ? `${year}-${two(month)}-${two(date)}` : null
}
