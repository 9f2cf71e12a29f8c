import { join } from 'node:path'
import { type PageTemplate, pageTemplateSchema } from '../../shared/issue/page-template.ts'
import type { Newsroom } from '../newsroom.ts'
import { replaceFile } from '../store/json-file.ts'

/** The templates that can be used, and the files that can't: they stay as they are. */
export interface FoundTemplates {
  readonly templates: readonly PageTemplate[]
  readonly damaged: readonly { readonly file: string; readonly why: string }[]
}

type Place = Pick<Newsroom, 'environment' | 'folder'>

const readTemplate = async ({ environment: { files } }: Place, path: string): Promise<PageTemplate | string> => {
  try {
    const parsed = pageTemplateSchema.safeParse(JSON.parse(new TextDecoder().decode(await files.read(path))))
    return parsed.success ? parsed.data : (parsed.error.issues[0]?.message ?? 'не шаблон')
  } catch {
    return 'файл не читается'
  }
}

/** The templates of the program and those of the newsroom's own; of two with one id the newsroom's. */
export const findTemplates = async (place: Place): Promise<FoundTemplates> => {
  const { files, resources } = place.environment
  const templates = new Map<string, PageTemplate>()
  const damaged: { file: string; why: string }[] = []
  for (const folder of [join(resources, 'templates'), join(place.folder, 'templates')]) {
    const names = (await files.list(folder)).map(({ name }) => name).filter((name) => name.endsWith('.json'))
    for (const name of names.sort()) {
      const found = await readTemplate(place, join(folder, name))
      if (typeof found === 'string') damaged.push({ file: join(folder, name), why: found })
      else templates.set(found.id, found)
    }
  }
  return { templates: [...templates.values()], damaged }
}

/** Keeps a template in the newsroom's folder. */
export const keepTemplate = ({ environment: { files }, folder }: Place, template: PageTemplate): Promise<void> =>
  replaceFile(
    files,
    join(folder, 'templates', `${template.id}.json`),
    new TextEncoder().encode(`${JSON.stringify(template, null, 1)}\n`),
  )
