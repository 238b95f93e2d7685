import { createTheme, DirectionProvider, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import i18next from 'i18next'
import { Route, Switch } from 'wouter'
import { client } from './ask/queries.ts'
import { IncidentDoor } from './pages/incident-door.tsx'
import { Overview } from './pages/overview.tsx'
import { ReportPage } from './pages/report.tsx'
import { Reports } from './pages/reports.tsx'
import { Frame } from './shell/frame.tsx'
import { directionOf } from './shell/language.ts'
import { Nowhere } from './shell/nowhere.tsx'
import type { Lang } from './state/view.ts'

const FONT = "'Noto Sans Arabic Variable', system-ui, sans-serif"

const theme = createTheme({
  fontFamily: FONT,
  headings: { fontFamily: FONT, fontWeight: '650' },
  primaryColor: 'calm',
  primaryShade: { light: 7, dark: 4 },
  defaultRadius: 'md',
  autoContrast: true,
  focusRing: 'auto',
  respectReducedMotion: true,
  colors: {
    calm: ['#eef5f6', '#dfe9eb', '#bdd2d6', '#98bac1', '#79a6af', '#6599a4', '#58939f', '#28606b', '#23545e', '#1b464f'],
  },
})

export function App() {
  return (
    <QueryClientProvider client={client}>
      <DirectionProvider initialDirection={directionOf(i18next.language as Lang)} detectDirection={false}>
        <MantineProvider theme={theme} defaultColorScheme="auto">
          <Frame>
            <Switch>
              <Route path="/" component={Overview} />
              <Route path="/reports" component={Reports} />
              <Route path="/reports/:id">{({ id }) => <ReportPage key={id} id={id} />}</Route>
              <Route path="/incidents/:id">{({ id }) => <IncidentDoor id={id} />}</Route>
              <Route component={Nowhere} />
            </Switch>
          </Frame>
        </MantineProvider>
      </DirectionProvider>
    </QueryClientProvider>
  )
}
