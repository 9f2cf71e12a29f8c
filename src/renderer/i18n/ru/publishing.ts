/** Words of this screen. */
export const publishing = {} as const
