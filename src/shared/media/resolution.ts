interface Size {
  readonly width: number
  readonly height: number
}

/** A picture as it stands on a page: its frame in points and the part of it that is shown, in fractions of its sides. */
interface Framed extends Size {
  readonly crop: Size
}

/** Pixels of a picture's file per inch of paper, in the worse direction, of the part that is shown. */
export const resolutionIn = ({ crop, width, height }: Framed, pixels: Size): number =>
  72 * Math.min((crop.width * pixels.width) / width, (crop.height * pixels.height) / height)

const whole = { width: 1, height: 1 }

/** The same of a picture that is shown whole over a width in points. */
export const resolutionAcross = (width: number, pixels: Size): number =>
  resolutionIn({ width, height: (width * pixels.height) / pixels.width, crop: whole }, pixels)

/** As people are told of it: whole pixels, so that what is a hair below the least is not called the least. */
export const wholeResolution = (resolution: number): number => Math.floor(resolution + 0.01)
