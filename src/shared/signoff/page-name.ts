/** How a page is called in reports of programs. */
export const pageName = (issue: string, page: number): string => `${issue} с. ${page}`
