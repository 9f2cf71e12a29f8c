/** Words of this screen. */
export const issue = {} as const
