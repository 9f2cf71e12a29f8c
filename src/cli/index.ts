#!/usr/bin/env node
import nodeModule from 'node:module'
import { join } from 'node:path'
import { programHome } from '../backend/program-home.ts'
import { compileLightlyFor } from './light-compiler.ts'
import { settleYoungSpace } from './young-space.ts'

settleYoungSpace(4 * 1024 * 1024)
compileLightlyFor(2_000)
// Keeps the compiled program for the next command, where Node can (from 22.8). In a folder of the person's own: what lies
// in it is run.
nodeModule.enableCompileCache?.(join(programHome(), 'compiled'))

const { nodeEnvironment } = await import('../backend/node-environment.ts')
const { runCommandLine } = await import('./run.ts')

process.exitCode = await runCommandLine(nodeEnvironment(), process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
})
