import type { FontId } from '../../shared/layout/display.ts'
import type { Faces } from './faces.ts'

/** Characters of `text` that the face can't draw even with a stand-in, each once, in order of appearance. */
export function missingCharacters(faces: Faces, text: string, id: FontId): readonly string[] {
  const face = faces.face(id)
  return faces.missing.remember(`${id} ${text}`, () => [...new Set(text.normalize('NFC'))].filter((drawn) => face.lacks(drawn)))
}
