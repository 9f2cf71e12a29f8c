import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import type { preflightApi } from '../../shared/preflight/api.ts'
import { mayOverride, type Override } from '../../shared/preflight/finding.ts'
import { preflightRules } from '../../shared/preflight/rules.ts'
import type { Newsroom } from '../newsroom.ts'
import { rolesOf } from '../workflow/act.ts'
import { addOverrides, overridesByHash, removeOverride } from './overrides.ts'
import { runPreflight } from './run-preflight.ts'

const safe = 'Ничего не изменено.'

export const preflightHandlers = (newsroom: Newsroom): Handlers<typeof preflightApi> => {
  const changed = (serial: string) => newsroom.emit({ type: 'changed', feature: 'preflight', id: serial })
  return {
    run: (request) => runPreflight(newsroom, request),
    override: async ({ issue, findings, reason }, { person }) => {
      if (!newsroom.issues.entry(issue)) return failure('notFound', `Номера ${issue} нет.`, { safe })
      const roles = rolesOf(newsroom, person)
      if (!roles.ok) return roles
      for (const { rule } of findings) {
        const { severity, overridable } = preflightRules[rule]
        if (!overridable)
          return failure(
            'forbidden',
            `Замечание ${rule} пропустить нельзя: такой файл типография не примет или выпускать его нельзя.`,
            {
              safe,
              todo: 'Исправьте то, о чём оно говорит.',
            },
          )
        if (!mayOverride(severity, roles.value))
          return failure(
            'forbidden',
            `Замечание ${rule} пропускает ${severity === 'error' ? 'главный, ответственный секретарь или выпускающий' : 'тот, кто готовит номер'}.`,
            {
              safe,
              todo: 'Попросите того, у кого есть такое право.',
            },
          )
      }
      const member = newsroom.staff().find(({ id }) => id === person)
      const at = newsroom.environment.now()
      const known = overridesByHash(newsroom.preflight, issue)
      const more = findings
        .filter(({ hash }) => !known.has(hash))
        .map((finding): Override => ({ ...finding, reason, person: person ?? '', name: member?.name ?? '', at }))
      if (more.length > 0) await addOverrides(newsroom.preflight, issue, more)
      changed(issue)
      return success({})
    },
    withdraw: async ({ issue, hash }, { person }) => {
      const roles = rolesOf(newsroom, person)
      if (!roles.ok) return roles
      const known = overridesByHash(newsroom.preflight, issue).get(hash)
      if (!known) return success({})
      if (!mayOverride(preflightRules[known.rule].severity, roles.value))
        return failure('forbidden', 'Снять этот пропуск может тот, кто вправе его дать.', { safe })
      await removeOverride(newsroom.preflight, issue, hash)
      changed(issue)
      return success({})
    },
  }
}
