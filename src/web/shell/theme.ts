import { type CSSVariablesResolver, createTheme } from '@mantine/core'

const FONT = "'Noto Sans Arabic Variable', system-ui, sans-serif"

/** Quiet blue-greys; nothing is red. The dark row runs from text to the deepest ground. */
export const theme = createTheme({
  fontFamily: FONT,
  headings: { fontFamily: FONT, fontWeight: '650' },
  primaryColor: 'calm',
  primaryShade: { light: 7, dark: 4 },
  defaultRadius: 'md',
  autoContrast: true,
  respectReducedMotion: true,
  black: '#1b2024',
  colors: {
    calm: ['#eef5f6', '#dfe9eb', '#bdd2d6', '#98bac1', '#79a6af', '#6599a4', '#58939f', '#28606b', '#23545e', '#1b464f'],
    dark: ['#e3e8eb', '#c6cfd5', '#a9b3ba', '#87929a', '#3f4950', '#343d44', '#262d32', '#181d21', '#12171a', '#0d1113'],
  },
})

/** Mantine's own quiet greys are too pale to read. */
export const readableGreys: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-dimmed': '#565e65', '--mantine-color-placeholder': '#646c73' },
  dark: { '--mantine-color-dimmed': '#a9b3ba', '--mantine-color-placeholder': '#98a3ab' },
})
