#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'
import { nodeEnvironment } from '../backend/node-environment.ts'
import { runCommandLine } from './run.ts'

// Commands end soon: without this V8 lets the space for new things grow to a hundred megabytes before it looks for room.
setFlagsFromString('--semi-space-growth-factor=1')

process.exitCode = await runCommandLine(nodeEnvironment(), process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
})
