/** Does «4,5,12-13» name pages of an issue of so many? An empty text means all of them. */
export const isPageList = (text: string, pages: number): boolean => {
  const trimmed = text.trim()
  if (trimmed === '') return true
  return trimmed.split(',').every((part) => {
    const range = /^\s*(\d{1,2})\s*(?:[-–—]\s*(\d{1,2})\s*)?$/.exec(part)
    if (!range) return false
    const first = Number(range[1])
    const last = range[2] === undefined ? first : Number(range[2])
    return first >= 1 && first <= last && last <= pages
  })
}

/** The list as the contract writes it: plain hyphens, no spaces; null for every page. */
export const pageListOf = (text: string): string | null => text.replace(/[–—]/g, '-').replace(/\s/g, '') || null
