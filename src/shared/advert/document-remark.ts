/** What may speak against the PDF of an advert. */
export const documentFlaws = ['pages', 'fonts', 'rgb', 'ink'] as const
export type DocumentFlaw = (typeof documentFlaws)[number]

/** Something that speaks against a PDF, with a sentence of it for people. */
export interface DocumentRemark {
  readonly flaw: DocumentFlaw
  readonly text: string
}

/** Flaws with which the file for the printer would not be what it says: fonts outside of it, colours of screens. */
export const isBarred = (flaw: DocumentFlaw | undefined): boolean => flaw === 'fonts' || flaw === 'rgb'
