const refuse = (): never => {
  throw new Error('pdfkit was asked for what is left out of it')
}

/** Stands in the built program for what pdfkit loads and is never asked for: it reads no font. */
export const create = refuse

/** No file that it begins is locked. */
export const cbc = refuse
export const ecb = refuse

/** It breaks no line and reads no PNG. */
export default class LeftOut {
  constructor() {
    refuse()
  }
}
