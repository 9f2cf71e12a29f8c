import type { PageZone } from '../../src/shared/issue/page-dummy.ts'

export const storyZone = (id: string, column: number, span: number, row: number, rows: number): PageZone => ({
  kind: 'story',
  id,
  column,
  span,
  row,
  rows,
  locked: false,
})
