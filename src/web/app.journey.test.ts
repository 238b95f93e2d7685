import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchBrowser } from './testing/browser.ts'
import { type Served, serveExamples } from './testing/served.ts'

/** A limit for a test that hangs; nothing here asserts how long anything takes. */
const PATIENCE = 120_000

describe('a reader in a real browser', { timeout: PATIENCE }, () => {
  let served: Served
  let browser: Browser
  let context: BrowserContext
  let page: Page
  const complaints: string[] = []

  beforeAll(async () => {
    ;[served, browser] = await Promise.all([serveExamples(), launchBrowser()])
  }, PATIENCE)
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })
  beforeEach(async () => {
    complaints.length = 0
    context = await browser.newContext({ locale: 'ar-SY', viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' })
    page = await context.newPage()
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('request', (request) => {
      if (!request.url().startsWith(served.url) && !/^(data|blob):/.test(request.url()))
        complaints.push(`asked ${request.url()}`)
    })
  })
  afterEach(async () => {
    await context.close()
    expect(complaints).toEqual([])
  })

  const found = () => page.locator('.scope[aria-busy="false"] .scope-count').innerText()
  const rows = () => page.locator('.overview-list .row')

  test('sees the incidents in the list, on the map and on the timeline, in Arabic', async () => {
    await page.goto(served.url)
    await rows().first().waitFor()
    await page.locator('.map canvas').waitFor()
    await page.locator('.timeline-bar').first().waitFor()
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    expect(await found()).toMatch(/\d/)
  })

  test('filters by drawing a span of days, and by keys, and the address keeps it', async () => {
    await page.goto(served.url)
    const ground = page.locator('.timeline-ground')
    await ground.waitFor()
    await rows().first().waitFor()
    const before = await found()
    const { x, y, width } = (await ground.boundingBox())!
    await page.mouse.move(x + width * 0.9, y + 20)
    await page.mouse.down()
    await page.mouse.move(x + width * 0.97, y + 20)
    await page.mouse.up()
    await page.waitForURL(/from=\d{4}-\d{2}-\d{2}&to=\d{4}-\d{2}-\d{2}/)
    await expect.poll(found).not.toBe(before)
    const drawn = new URL(page.url()).searchParams.get('to')
    await page.getByRole('slider').last().press('ArrowLeft')
    await page.waitForURL((url) => url.searchParams.get('to') !== drawn)
    const filtered = page.url()
    const shown = await found()
    await page.goto(filtered)
    await expect.poll(found).toBe(shown)
    await page.getByRole('slider').last().press('Escape')
    await expect.poll(found).toBe(before)
  })

  test('opens a report and sees the words of each claim, whole in one run of text', async () => {
    await page.goto(`${served.url}/reports/${served.fullest.id}`)
    const cards = page.locator('.card')
    await cards.first().waitFor()
    const { claims } = served.fullest
    expect(await cards.count()).toBe(claims.length)
    for (const { id, trigger } of claims.slice(0, 4)) {
      await page.locator(`[data-claim="${id}"] .card-head`).click()
      await expect.poll(() => painted(page, 'trigger')).toEqual([trigger.text])
    }
    expect(await page.locator('.report-words').evaluate(({ childNodes }) => childNodes.length)).toBe(1)
  })

  test('clicks on painted words and lands on their claim', async () => {
    await page.goto(`${served.url}/reports/${served.fullest.id}`)
    await page.locator('.card').first().waitFor()
    const spot = await page.evaluate(async () => {
      // a face that arrives late moves the words away from where they were measured
      await document.fonts.ready
      const range = [...CSS.highlights.get('others')!][0] as Range
      const { left, width, top, height } = range.getBoundingClientRect()
      return { words: range.toString(), x: left + width / 2, y: top + height / 2 }
    })
    await page.mouse.click(spot.x, spot.y)
    await expect.poll(() => painted(page, 'trigger')).toEqual([spot.words])
    expect(page.url()).toContain('claim=')
  })

  test('changes the language and the whole page turns round, and the link keeps it', async () => {
    await page.goto(served.url)
    await rows().first().waitFor()
    await page.getByTestId('language').click()
    await expect.poll(() => page.locator('html').getAttribute('dir')).toBe('ltr')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(page.url()).toContain('lang=en')
    await page.reload()
    await page.getByRole('link', { name: 'Reports' }).waitFor()
  })

  test('reaches an incident by the keyboard alone', async () => {
    await page.goto(served.url)
    await rows().first().waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
    const inList = () => page.evaluate(() => document.activeElement?.matches('.overview-list .row-link') ?? false)
    for (let presses = 0; presses < 80 && !(await inList()); presses++) await page.keyboard.press('Tab')
    expect(await inList()).toBe(true)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/reports\/.+claim=/)
    await expect.poll(() => painted(page, 'trigger')).toHaveLength(1)
  })
})

/** The words that a highlight of the browser covers. */
const painted = (page: Page, layer: string): Promise<string[]> =>
  page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()), layer)
