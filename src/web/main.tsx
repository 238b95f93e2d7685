import '@fontsource-variable/noto-sans-arabic'
import '@mantine/core/styles.css'
import './style.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { preferredLang } from './state/use-view.ts'
import { readView } from './state/view.ts'
import { startWords } from './words/start.ts'

await startWords(readView(location.search).lang ?? preferredLang())
createRoot(document.getElementById('root')!).render(<App />)
