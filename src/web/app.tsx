import { DirectionProvider, MantineProvider } from '@mantine/core'
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
import { readableGreys, theme } from './shell/theme.ts'
import type { Lang } from './state/view.ts'

export function App() {
  return (
    <QueryClientProvider client={client}>
      <DirectionProvider initialDirection={directionOf(i18next.language as Lang)} detectDirection={false}>
        <MantineProvider theme={theme} cssVariablesResolver={readableGreys} defaultColorScheme="auto">
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
