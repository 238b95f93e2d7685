#!/usr/bin/env node
// Plain JavaScript that any Node.js with modules can run, to say its one sentence where the program itself could not.
import fs from 'node:fs'

const FLOOR = [20, 19]
const entry = new URL('../dist/serve/cli/main.js', import.meta.url)
const found = process.versions.node.split('.').map(Number)

function refuse(sentence) {
  process.stderr.write(`tawthiq: ${sentence}\n`)
  process.exitCode = 2
}

if (found[0] < FLOOR[0] || (found[0] === FLOOR[0] && found[1] < FLOOR[1])) {
  refuse(`this is Node.js ${process.versions.node}; install version ${FLOOR.join('.')} or newer from https://nodejs.org.`)
} else if (!fs.existsSync(entry)) {
  refuse('this checkout is not built yet; run `npm run prepare` in it.')
} else {
  import(entry.href)
}
