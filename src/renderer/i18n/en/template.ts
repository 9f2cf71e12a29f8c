import { plural } from '../plural.ts'
import type { Messages } from '../ru.ts'
import { zones } from './nouns.ts'

export const template: Messages['page']['template'] = {
  menu: 'Template',
  take: 'Arrange by a template',
  none: 'No template suits this page',
  zones: (count) => plural(count, zones),
  damaged: (file) => `${file} — cannot be read`,
  save: 'Save the page as a template…',
  saveNeedsZones: 'First fix the page as a layout',
  saveTitle: 'Page as a template',
  saveAction: 'Save',
  name: 'Name of the template',
  nameHint: 'It is kept in the newsroom folder and suits pages with as many columns.',
  saved: (name) => `Template “${name}” saved`,
}
