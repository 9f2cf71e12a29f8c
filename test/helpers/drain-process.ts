import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { CrashPoint } from '../../src/backend/publishing/sending-dependencies.ts'
import type { Place } from './publishing.ts'

interface Ended {
  /** The signal that killed it; null when it came to its end. */
  readonly signal: string | null
  readonly said: string
}

/** Drains a newsroom's outbox in a process of its own, which dies at a crash point as in a power cut. */
export const startDrain = (
  place: Place,
  crash: { point: CrashPoint | 'any'; time: number } | null,
  timeoutMs: number | null = null,
): { child: ChildProcess; ended: Promise<Ended> } => {
  const orders = { folder: place.folder, home: place.home, now: place.clock.now, crash, timeoutMs }
  const script = join(import.meta.dirname, '..', 'backend', 'publishing', 'crash-child.ts')
  const child = spawn(process.execPath, [script, JSON.stringify(orders)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const hear = (chunk: Buffer): void => {
    said += chunk.toString()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = new Promise<Ended>((resolve) => child.on('close', (_code, signal) => resolve({ signal, said })))
  return { child, ended }
}
