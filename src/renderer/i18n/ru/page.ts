/** Words of this screen. */
export const page = {} as const
