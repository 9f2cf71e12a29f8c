// The Russian patterns by the path that Node, Vite and Vitest all resolve; the package's own types name a folder.
declare module 'hyphen/ru/index.js' {
  const russian: {
    hyphenateSync(text: string, options: { readonly hyphenChar: string; readonly minWordLength: number }): string
  }
  export default russian
}
