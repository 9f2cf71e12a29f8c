/** Stands in the built program for what pdfkit loads and is never asked for. */
export const create = (): never => {
  throw new Error('pdfkit was asked for what is left out of it')
}
export default create
