/**
 * Brings every pixel of raw CMYK (four bytes each, 255 = full ink) within a sum of inks in per cent. Black keeps the
 * drawing, so the three colours give way in equal shares. Changes the bytes in place.
 */
export const limitInk = (pixels: Uint8Array, percent: number): void => {
  // In this order whole levels stay whole: 200 * 2.55 falls just short of 510.
  const most = (percent * 255) / 100
  for (let i = 0; i + 3 < pixels.length; i += 4) {
    const [c = 0, m = 0, y = 0, k = 0] = [pixels[i], pixels[i + 1], pixels[i + 2], pixels[i + 3]]
    const colours = c + m + y
    if (colours + k <= most) continue
    const share = Math.max(0, most - k) / colours
    pixels[i] = c * share
    pixels[i + 1] = m * share
    pixels[i + 2] = y * share
  }
}
