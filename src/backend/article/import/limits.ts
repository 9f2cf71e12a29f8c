/**
 * Paragraphs and runs of a text, and its characters: an issue of sixteen pages has about 200,000 characters in 2,000
 * paragraphs. More is a mistake, and setting it would only stop the program.
 */
export const partLimit = 20_000
export const characterLimit = 1_000_000
