import { expect, test } from 'vitest'
import { nearIssues } from '../../src/renderer/features/issue/near-issues.ts'
import type { IssueSummary } from '../../src/shared/issue/api.ts'

const issue = (serial: string, plannedFor: string, status: IssueSummary['status'] = 'planned'): IssueSummary => ({
  ...{ serial, plannedFor, status, pages: 8, columns: 5, articles: 0, approved: 0 },
})

test('a story may go to the four nearest issues in hand, never to one that is signed or out (rule Q22)', () => {
  const issues = [
    issue('53', '2027-01-06'),
    issue('52', '2026-12-30'),
    issue('51', '2026-12-23'),
    issue('50', '2026-12-16'),
    issue('49', '2026-12-09'),
    issue('48', '2026-12-02'),
    issue('47', '2026-11-25', 'signed'),
    issue('46', '2026-11-18', 'published'),
  ]
  expect(nearIssues(issues, '49').map(({ serial }) => serial)).toEqual(['48', '50', '51', '52'])
  expect(nearIssues(issues, '46').map(({ serial }) => serial)).toEqual(['48', '49', '50', '51'])
})
