const letters = (value: number): string => {
  const rest = Math.floor((value - 1) / 26)
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(97 + ((value - 1) % 26))
}

/** The number of an item of an HTML list as its `type` writes it; letters for `a` and `A`, figures otherwise. */
export const itemNumber = (value: number, type: string): string =>
  value > 0 && value < 10_000 && /^a$/i.test(type)
    ? type === 'A'
      ? letters(value).toUpperCase()
      : letters(value)
    : String(value)
