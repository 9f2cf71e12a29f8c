/** A title in «ёлочки»; those it has itself become „лапки“, as Russian typography asks of quotes within quotes. */
export const quoted = (title: string): string => `«${title.replaceAll('«', '„').replaceAll('»', '“')}»`
