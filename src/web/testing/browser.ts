import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, chromium as playwright } from 'playwright-core'

/** Meant for a cloud function: they weaken the browser, or make it fall over between two pages. */
const WITHOUT = ['--single-process', '--no-zygote', '--disable-web-security', '--headless']

/** The real Chromium of @sparticuz/chromium, with WebGL; it runs as root too. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { default: chromium } = await import('@sparticuz/chromium')
  const folder = await unpacked()
  const executablePath = join(folder, 'chromium')
  const args = chromium.args.filter((arg) => !WITHOUT.some((flag) => arg.startsWith(flag)))
  return playwright.launch({ executablePath, args, headless: true, env: librariesFor(executablePath, folder) })
}

/**
 * The folder with the browser, one a version. The package uses again whatever it finds, a half-written file too, so it unpacks
 * into a folder that gets its name only when it is whole.
 */
async function unpacked(): Promise<string> {
  const bin = join(packageFolder(), 'bin')
  const { version } = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as { version: string }
  const folder = join(tmpdir(), `tawthiq-chromium-${version}`)
  if (existsSync(folder)) return folder
  const part = await mkdtemp(`${folder}-`)
  const { default: chromium, inflate } = await import('@sparticuz/chromium')
  const before = process.env.TMPDIR
  process.env.TMPDIR = part
  try {
    await Promise.all([chromium.executablePath(bin), inflate(join(bin, 'al2023.tar.br'))])
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  // Another test may have been faster; its folder is as good.
  await rename(part, folder).catch(() => rm(part, { recursive: true, force: true }))
  return folder
}

const packageFolder = (): string => dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))

/** The environment in which the browser finds libnss3: the machine's own, else the copy that the package carries. */
function librariesFor(executablePath: string, folder: string): Record<string, string> {
  const own = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  if (spawnSync(executablePath, ['--version']).status === 0) return own
  return { ...own, LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), own.LD_LIBRARY_PATH].filter(Boolean).join(':') }
}
