/** How much of a character's width hangs out of the column, by the optical weight of the character. */
const right: ReadonlyMap<string, number> = new Map([
  ['-', 0.6],
  ['\u2010', 0.6],
  ['.', 0.7],
  [',', 0.7],
  [':', 0.4],
  [';', 0.4],
  ['»', 0.35],
  ['“', 0.5],
  ['”', 0.5],
  ['’', 0.6],
  ['…', 0.25],
  ['—', 0.12],
  ['–', 0.15],
  ['!', 0.2],
  ['?', 0.15],
  [')', 0.1],
])
const left: ReadonlyMap<string, number> = new Map([
  ['«', 0.35],
  ['„', 0.4],
  ['“', 0.5],
  ['—', 0.1],
  ['(', 0.1],
])

export const rightProtrusion = (character: string): number => right.get(character) ?? 0
export const leftProtrusion = (character: string): number => left.get(character) ?? 0
