/** Soft hyphens, marks of direction and characters without width; between pictographs a joiner has a meaning and stays. */
const invisible =
  /[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|(?<!\p{Extended_Pictographic}\ufe0f?)\u200d/gu
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g

/**
 * A text as the newsroom keeps it: one kind of line end, composed letters («й» as one character, as macOS does not
 * write it), no controls and nothing invisible. Words, line ends and no-break spaces stay.
 */
export const cleanText = (text: string): string =>
  text.replace(lineEnds, '\n').replace(/\t/g, ' ').replace(controls, '').replace(invisible, '').normalize('NFC')

/** One line: ordinary spaces that follow one another are one, none at the ends. */
export const tidyLine = (line: string): string => line.replace(/[ \n]+/g, ' ').trim()
