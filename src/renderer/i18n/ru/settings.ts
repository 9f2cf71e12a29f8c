/** Words of this screen. */
export const settings = {} as const
