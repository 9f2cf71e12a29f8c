/** Words of this screen. */
export const article = {} as const
