/** The JSON of an answer; null where it is none: a proxy's page, a text that was cut off. */
export const parseJson = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** A link that a site gave, if people can open it. */
export const webUrl = (link: string | null): string | null => (link !== null && /^https?:\/\//.test(link) ? link : null)
