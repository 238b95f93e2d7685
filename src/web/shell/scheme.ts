import { useComputedColorScheme } from '@mantine/core'
import type { Scheme } from '../words/groups.ts'

/** Light or dark, as the reader chose or else as the system is. */
export const useScheme = (): Scheme => useComputedColorScheme('light', { getInitialValueInEffect: false })
