// Prints the pages of the demo issue, and how its stories fit, of a folder as the backend lays them out: `node lay-out-child.ts FOLDER HOME`.
import { createBackend } from '../../src/backend/create-backend.ts'
import { layoutOf } from '../../src/backend/layout/layout-service.ts'
import { nodeEnvironment } from '../../src/backend/node-environment.ts'
import { workspaceApi } from '../../src/shared/workspace/api.ts'

const [folder = '', home = ''] = process.argv.slice(2)
const backend = createBackend({ ...nodeEnvironment(), home }, { sending: false })
await backend.call(workspaceApi.open.name, { folder }, { person: 'editorInChief' })
const newsroom = backend.newsroom()
const serial = newsroom?.issues.entries().find((issue) => issue.serial === '47 (1295)')?.serial
if (!newsroom || serial === undefined) throw new Error('нет номера')
const { pages, fits } = await layoutOf(newsroom, serial, 'current')
await backend.close()
process.stdout.write(JSON.stringify({ pages, fits }))
