import type { FontId } from '../../shared/layout/display.ts'
import type { Faces } from './faces.ts'

/** Characters of `text` that the face can't draw even with a stand-in, each once, in order of appearance. */
export function missingCharacters(faces: Faces, text: string, id: FontId): readonly string[] {
  const face = faces.face(id)
  return faces.missing.remember(`${id} ${text}`, () => {
    const found = new Set<string>()
    const content = text.normalize('NFC')
    for (let at = 0; at < content.length; at += 1) {
      const codePoint = content.codePointAt(at) ?? 0
      if (codePoint > 0xffff) at += 1
      const { lacking, drawn } = face.at(codePoint)
      if (lacking) found.add(drawn)
    }
    return [...found]
  })
}
