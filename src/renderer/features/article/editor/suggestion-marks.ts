import { Mark } from '@tiptap/core'
import { type SuggestionMark, suggestionAttributes } from '../../../../shared/article/text-schema.ts'

/** How many colours there are for people; the theme has a token for each. */
export const personColours = 6

interface SuggestionOptions {
  /** The colour of a person, from 1 on. */
  readonly colourOf: (person: string) => number
}

const attributesOf = (name: SuggestionMark) =>
  Object.fromEntries(Object.entries(suggestionAttributes[name]).map(([key, value]) => [key, { default: value, rendered: false }]))

/** Shown by the stylesheet in the colour of the person; never pasted, for nobody suggests on another's behalf. */
const suggestionMark = (name: SuggestionMark, tag: string, excludes?: string) =>
  Mark.create<SuggestionOptions>({
    name,
    inclusive: false,
    ...(excludes === undefined ? {} : { excludes }),
    addOptions: () => ({ colourOf: () => 1 }),
    addAttributes: () => attributesOf(name),
    renderHTML({ mark }) {
      const { person, breaks, mark: format, on } = mark.attrs
      return [
        tag,
        {
          'data-suggestion': name,
          'data-person': String(this.options.colourOf(String(person))),
          ...(breaks ? { 'data-breaks': '' } : {}),
          ...(format ? { 'data-format': `${on ? '' : 'no-'}${format}` } : {}),
        },
        0,
      ]
    },
  })

export const InsertionMark = suggestionMark('insertion', 'ins')
export const DeletionMark = suggestionMark('deletion', 'del', '')
export const ReformatMark = suggestionMark('reformat', 'span', '')
