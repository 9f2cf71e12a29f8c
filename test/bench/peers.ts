import { spawnSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createBackend } from '../../src/backend/create-backend.ts'
import { issueInput } from '../../src/backend/layout/layout-service.ts'
import { nodeEnvironment } from '../../src/backend/node-environment.ts'
import type { ArticleContent } from '../../src/shared/article/content.ts'
import { textOf } from '../../src/shared/article/content.ts'
import { workspaceApi } from '../../src/shared/workspace/api.ts'
import { measuredIssue } from './issue-folder.ts'

/** Another typesetter with the texts of the same issue: A3, five columns, PT Serif 9/11, justified and hyphenated. */
export interface Peer {
  readonly name: string
  /** Null where the machine does not have it. */
  readonly run: (() => number) | null
}

const fonts = resolve(import.meta.dirname, '../../resources/fonts')

const found = (program: string): boolean => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0

/** Milliseconds a program takes from its start to its end. */
const timed = (program: string, args: readonly string[], cwd: string): number => {
  const from = performance.now()
  const { status } = spawnSync(program, args, { cwd, stdio: 'ignore' })
  if (status !== 0) throw new Error(`${program}: код ${status}`)
  return performance.now() - from
}

const paragraphsOf = ({ body }: ArticleContent): readonly string[] => body.map((block) => textOf(block.content))

const latex = (stories: readonly ArticleContent[]): string => {
  const plain = (text: string) => text.replace(/[\\{}~^]/g, ' ').replace(/[%#&_$]/g, '\\$&')
  const bodies = stories.map(
    (story) =>
      `{\\noindent\\bfseries\\fontsize{16}{18}\\selectfont\\raggedright ${plain(story.headline)}\\par}\n${paragraphsOf(story).map(plain).join('\n\n')}\n`,
  )
  return `\\documentclass{article}
\\usepackage[paperwidth=297mm,paperheight=420mm,margin=14mm]{geometry}
\\usepackage{fontspec,multicol}\\usepackage[russian]{babel}
\\setmainfont{serif.ttf}[Path=${fonts}/,BoldFont=serifBold.ttf,ItalicFont=serifItalic.ttf]
\\setlength{\\columnsep}{4mm}\\setlength{\\parindent}{9pt}\\tolerance=2000 \\emergencystretch=10pt
\\begin{document}\\begin{multicols}{5}\\fontsize{9}{11}\\selectfont
${bodies.join('\n')}
\\end{multicols}\\end{document}
`
}

const html = (stories: readonly ArticleContent[]): string => {
  const plain = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  const bodies = stories.map(
    (story) =>
      `<h2>${plain(story.headline)}</h2>${paragraphsOf(story)
        .map((text) => `<p>${plain(text)}</p>`)
        .join('')}`,
  )
  return `<!doctype html><html lang="ru"><meta charset="utf-8"><style>
@font-face{font-family:Serif;src:url('file://${fonts}/serif.ttf')}
@page{size:297mm 420mm;margin:14mm}body{margin:0;columns:5;column-gap:4mm;font:9pt/11pt Serif;text-align:justify;hyphens:auto}
p{margin:0;text-indent:9pt}</style>${bodies.join('\n')}</html>`
}

const typst = (stories: readonly ArticleContent[]): string => {
  const plain = (text: string) => `#${JSON.stringify(text)}`
  const bodies = stories.map((story) => `== ${plain(story.headline)}\n\n${paragraphsOf(story).map(plain).join('\n\n')}`)
  return `#set page(width:297mm,height:420mm,margin:14mm,columns:5)\n#set columns(gutter:4mm)
#set text(font:"PT Serif",size:9pt,lang:"ru",hyphenate:true)\n#set par(justify:true,first-line-indent:9pt)\n${bodies.join('\n\n')}\n`
}

/** The peers, ready to set the issue of a folder that is measured; those not on this machine are named all the same. */
export const peersFor = async (folder: string, scratch: string): Promise<readonly Peer[]> => {
  const environment = { ...nodeEnvironment(), home: join(scratch, 'home-of-peers'), log: () => undefined }
  const backend = createBackend(environment, { sending: false })
  await backend.call(workspaceApi.open.name, { folder }, { person: 'editorInChief' })
  const newsroom = backend.newsroom()
  const issue = newsroom && (await newsroom.issues.get(measuredIssue(newsroom)))
  if (!newsroom || !issue) throw new Error('нет номера')
  const input = await issueInput(newsroom, issue, Object.keys(issue.placements), issue.placements, 'current')
  await backend.close()
  const stories = input.stories.map(({ content }) => content)
  const place = join(scratch, 'peers')
  await mkdir(place, { recursive: true })
  await writeFile(join(place, 'issue.tex'), latex(stories))
  await writeFile(join(place, 'issue.html'), html(stories))
  await writeFile(join(place, 'issue.typ'), typst(stories))
  const chromium = process.env.CHROMIUM_PATH ?? 'chromium'
  const profile = `--user-data-dir=${join(place, 'profile')}`
  const print = ['--headless', '--no-sandbox', '--disable-gpu', profile, '--no-pdf-header-footer', '--print-to-pdf=chromium.pdf']
  return [
    {
      name: 'XeLaTeX',
      run: found('xelatex') ? () => timed('xelatex', ['-interaction=batchmode', 'issue.tex'], place) : null,
    },
    { name: 'typst', run: found('typst') ? () => timed('typst', ['compile', '--font-path', fonts, 'issue.typ'], place) : null },
    {
      name: 'Chromium',
      run: found(chromium) ? () => timed(chromium, [...print, `file://${join(place, 'issue.html')}`], place) : null,
    },
  ]
}
