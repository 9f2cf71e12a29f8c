import type { Uploads } from '../carrier.ts'
import { fileQuestion, mediaRequest } from './client.ts'
import { fileFound, mediaOutcome } from './outcome.ts'

/** Photos go up at once. A file with a name is asked for first, so that a large one is not brought twice (rule O63). */
export const wordpressUploads: Uploads = {
  request: (photo, state) => (photo.file && state === null ? fileQuestion(photo) : mediaRequest(photo)),
  outcome: (answer, photo, state) => (photo.file && state === null ? fileFound(answer, photo) : mediaOutcome(answer, photo)),
}
