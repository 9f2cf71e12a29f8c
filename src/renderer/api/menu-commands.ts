import { useEffect, useRef } from 'react'
import type { MenuCommand } from '../../shared/desktop/commands.ts'
import type { Client } from './client.ts'
import { useClient } from './hooks.tsx'

/** Who in this window does what the menu says. */
export interface MenuCommands {
  /** Carries a command out, or keeps it for the screen that will: only the last one is kept. */
  give(command: MenuCommand): void
  /** Does a command from now on; the latest to say so wins. Takes over one that was kept. */
  on(command: MenuCommand, run: () => void): () => void
  /** Is told of a command that nobody on screen does, and leads to a screen that will. */
  otherwise(lead: (command: MenuCommand) => void): () => void
}

export const createMenuCommands = (): MenuCommands => {
  const runners = new Map<MenuCommand, readonly (() => void)[]>()
  let leaders: readonly ((command: MenuCommand) => void)[] = []
  let kept: MenuCommand | null = null
  return {
    give: (command) => {
      kept = null
      const run = runners.get(command)?.at(-1)
      if (run) return run()
      const lead = leaders.at(-1)
      if (!lead) return
      kept = command
      lead(command)
    },
    on: (command, run) => {
      runners.set(command, [...(runners.get(command) ?? []), run])
      if (kept === command) {
        kept = null
        run()
      }
      return () => {
        runners.set(
          command,
          (runners.get(command) ?? []).filter((each) => each !== run),
        )
      }
    },
    otherwise: (lead) => {
      leaders = [...leaders, lead]
      return () => {
        leaders = leaders.filter((each) => each !== lead)
        kept = null
      }
    },
  }
}

const byClient = new WeakMap<Client, MenuCommands>()

const commandsOf = (client: Client): MenuCommands => {
  const known = byClient.get(client)
  if (known) return known
  const commands = createMenuCommands()
  byClient.set(client, commands)
  client.desktop?.subscribe((event) => {
    if (event.type === 'menuCommand') commands.give(event.command)
  })
  return commands
}

type Runners = Partial<Record<MenuCommand, () => void>>

const isCommand = (runners: Runners, name: string): name is MenuCommand => name in runners

/** Does these commands of the desktop menu while the component is mounted; in a browser there is no menu. */
export const useMenuCommands = (runners: Runners): void => {
  const client = useClient()
  const latest = useRef(runners)
  useEffect(() => {
    latest.current = runners
  })
  const names = Object.keys(runners).sort().join(' ')
  useEffect(() => {
    if (!client.desktop) return
    const commands = commandsOf(client)
    const stops = names
      .split(' ')
      .flatMap((name) => (isCommand(latest.current, name) ? [commands.on(name, () => latest.current[name]?.())] : []))
    return () => {
      for (const stop of stops) stop()
    }
  }, [client, names])
}

/** Leads to the screen that does a command which nobody on screen does. */
export const useMenuLead = (lead: (command: MenuCommand) => void): void => {
  const client = useClient()
  const latest = useRef(lead)
  useEffect(() => {
    latest.current = lead
  })
  useEffect(() => (client.desktop ? commandsOf(client).otherwise((command) => latest.current(command)) : undefined), [client])
}
