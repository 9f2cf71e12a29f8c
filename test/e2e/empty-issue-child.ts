// Empties the pages of the demo issue of a folder, its stories approved, and prints their headlines page by page as
// they stood: `node empty-issue-child.ts FOLDER HOME`.
import { createBackend } from '../../src/backend/create-backend.ts'
import { nodeEnvironment } from '../../src/backend/node-environment.ts'
import { issueApi } from '../../src/shared/issue/api.ts'
import { inOrder } from '../../src/shared/issue/placement.ts'
import { workflowApi } from '../../src/shared/workflow/api.ts'
import { workspaceApi } from '../../src/shared/workspace/api.ts'

const [folder = '', home = ''] = process.argv.slice(2)
const backend = createBackend({ ...nodeEnvironment(), home }, { sending: false })
const done = async (name: string, input: unknown, person: string): Promise<void> => {
  const result = await backend.call(name, input, { person })
  if (!result.ok) throw new Error(`${name}: ${result.failure.what}`)
}
await done(workspaceApi.open.name, { folder }, 'editorInChief')
const newsroom = backend.newsroom()
const issue = (await newsroom?.issues.get('47 (1295)')) ?? null
if (!newsroom || issue === null) throw new Error('нет номера')
const placed = Object.entries(issue.placements).map(([id, placement]) => ({ id, placement }))
for (const { id } of placed) {
  const status = newsroom.workflow.entry(id)?.status
  const act = (action: string, person: string) => done(workflowApi.act.name, { action, articles: [id], remark: '' }, person)
  if (status === 'inProgress') await act('file', 'reporter')
  if (status !== 'approved') await act('approve', 'editorInChief')
}
const nothing = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, null]))
await done(
  issueApi.arrange.name,
  { issue: issue.serial, placements: nothing(placed.map(({ id }) => id)), dummies: nothing(Object.keys(issue.dummies)) },
  'editorInChief',
)
const headlineOf = (id: string) => newsroom.articles.entry(id)?.headline ?? ''
const pages = Array.from({ length: issue.pages }, (_, at) =>
  inOrder(placed.filter(({ placement }) => placement.page === at + 1)).map(({ id }) => headlineOf(id)),
)
await backend.close()
process.stdout.write(JSON.stringify(pages))
