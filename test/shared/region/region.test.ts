import { describe, expect, it } from 'vitest'
import { districtOf, federalDistricts, regionNames } from '../../../src/shared/region/region.ts'

describe('regions', () => {
  it('stand each once, in eight districts', () => {
    expect(federalDistricts).toHaveLength(8)
    expect(new Set(regionNames).size).toBe(regionNames.length)
    expect(regionNames).toHaveLength(83)
  })

  it('know their district, and a name that is not in the list has none', () => {
    expect(districtOf('Тульская область')).toBe('Центральный')
    expect(districtOf('Республика Алтай')).toBe('Сибирский')
    expect(districtOf('Тульская обл.')).toBeNull()
  })
})
