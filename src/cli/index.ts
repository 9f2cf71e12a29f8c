#!/usr/bin/env node
import { nodeEnvironment } from '../backend/node-environment.ts'
import { runCommandLine } from './run.ts'

process.exitCode = await runCommandLine(nodeEnvironment(), process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
})
