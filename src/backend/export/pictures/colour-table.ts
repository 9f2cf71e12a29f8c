import { imageLibrary } from '../../media/image-library.ts'
import { limitInk } from './ink-limit.ts'

/** CMYK of a lattice of sRGB colours: four bytes a node, red slowest, blue fastest. */
export type ColourTable = Uint8Array

/** Nodes along each side of the lattice; profiles themselves have no more. */
const side = 33
const steps = side - 1

/** Where the nodes stand: whole levels, so that the table is exact there. */
const levels = Array.from({ length: side }, (_, i) => Math.round((i * 255) / steps))

/** For every level: the node below it, as a number of nodes, and how far it is on the way to the next one. */
const placesOf = (): { readonly below: Int32Array; readonly along: Float64Array } => {
  const below = new Int32Array(256)
  const along = new Float64Array(256)
  for (let value = 0, node = 0; value < 256; value += 1) {
    while (node < steps - 1 && value >= (levels[node + 1] ?? 256)) node += 1
    const [from, to] = [levels[node] ?? 0, levels[node + 1] ?? 255]
    below[value] = node
    along[value] = (value - from) / (to - from)
  }
  return { below, along }
}

/** JPEG changes inks a little, so the table stays this far below the limit. */
const inkReserve = 4

/**
 * Asks a CMYK output profile for the colours of the lattice, within a sum of inks in per cent. What lies between nodes
 * is a mean of them, so it keeps within the limit too.
 */
export const colourTable = async (profileFile: string, inkLimit: number): Promise<ColourTable> => {
  const sharp = await imageLibrary()
  const colours = Uint8Array.from(levels.flatMap((r) => levels.flatMap((g) => levels.flatMap((b) => [r, g, b]))))
  const { data, info } = await sharp(colours, { raw: { width: side * side, height: side, channels: 3 } })
    .toColourspace('cmyk')
    .withIccProfile(profileFile, { attach: false })
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (info.channels !== 4) throw new Error(`${profileFile} is no CMYK profile`)
  limitInk(data, inkLimit - inkReserve)
  return data
}

/**
 * Raw sRGB (three bytes a pixel) to raw CMYK by tetrahedral interpolation: of the six tetrahedra of a cell, the one
 * whose corners lead from the lower node to the upper along the channels from the furthest to the least.
 */
export const toCmyk = (table: ColourTable, pixels: Uint8Array): Uint8Array => {
  const { below, along } = placesOf()
  const red = side * side * 4
  const green = side * 4
  const blue = 4
  const inks = new Uint8Array((pixels.length / 3) * 4)
  // Four million times a photo: plain variables, no arrays.
  for (let from = 0, to = 0; from + 2 < pixels.length; from += 3, to += 4) {
    const r = pixels[from] ?? 0
    const g = pixels[from + 1] ?? 0
    const b = pixels[from + 2] ?? 0
    const x = along[r] ?? 0
    const y = along[g] ?? 0
    const z = along[b] ?? 0
    const low = (below[r] ?? 0) * red + (below[g] ?? 0) * green + (below[b] ?? 0) * blue
    const high = low + red + green + blue
    const most = x > y ? (x > z ? x : z) : y > z ? y : z
    const least = x < y ? (x < z ? x : z) : y < z ? y : z
    const middle = x + y + z - most - least
    const near = low + (most === x ? red : most === y ? green : blue)
    // Equal shares may take either way: the nodes on it then weigh nothing.
    const far = high - (least === z ? blue : least === y ? green : red)
    const lowShare = 1 - most
    const nearShare = most - middle
    const farShare = middle - least
    for (let ink = 0; ink < 4; ink += 1) {
      inks[to + ink] =
        (table[low + ink] ?? 0) * lowShare +
        (table[near + ink] ?? 0) * nearShare +
        (table[far + ink] ?? 0) * farShare +
        (table[high + ink] ?? 0) * least +
        0.5
    }
  }
  return inks
}
