/** As much of a key's id as people compare: its beginning, in fours. */
export const keyName = (id: string): string => id.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')
