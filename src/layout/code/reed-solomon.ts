/** Product in the field of 256 elements over x⁸+x⁴+x³+x²+1, which QR codes reckon in. */
const multiply = (x: number, y: number): number => {
  let product = 0
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d)
    if ((y >>> bit) & 1) product ^= x
  }
  return product & 255
}

/** The polynomial whose multiples are the sound messages with so many check bytes; its leading one is left out. */
const generator = (degree: number): Uint8Array => {
  const polynomial = new Uint8Array(degree)
  polynomial[degree - 1] = 1
  let root = 1
  for (let i = 0; i < degree; i += 1) {
    for (let j = 0; j < degree; j += 1) polynomial[j] = multiply(polynomial[j] ?? 0, root) ^ (polynomial[j + 1] ?? 0)
    root = multiply(root, 2)
  }
  return polynomial
}

/** The check bytes of a message: what dividing it by the generator leaves. */
export const checkBytes = (message: Uint8Array, count: number): Uint8Array => {
  const divisor = generator(count)
  const rest = new Uint8Array(count)
  for (const byte of message) {
    const factor = byte ^ (rest[0] ?? 0)
    rest.copyWithin(0, 1)
    rest[count - 1] = 0
    divisor.forEach((coefficient, i) => {
      rest[i] = (rest[i] ?? 0) ^ multiply(coefficient, factor)
    })
  }
  return rest
}
