import { launchBrowser } from '/work/main/src/web/testing/browser.ts'
const base='http://127.0.0.1:8766'
const all = (await (await fetch(base+'/api/reports?limit=500')).json()).items
let id=''
for (const h of all) { const r=await (await fetch(base+'/api/reports/'+h.id)).json(); if (r.text.includes('قذائف') && r.claims.length>12) {console.log(h.id, r.outlet, r.claims.length); id=h.id} }
const b = await launchBrowser()
for (const lang of ['ar','en']) for (const scheme of ['light','dark'] as const) for (const w of [1400,390]) {
  if (process.argv[2] && !`${lang}-${scheme}-${w}`.match(process.argv[2])) continue
  const c = await b.newContext({ locale: lang==='ar'?'ar-SY':'en-GB', viewport:{width:w,height:w===390?844:900}, colorScheme: scheme, reducedMotion:'reduce' })
  const p = await c.newPage()
  p.on('console', m => { if (['error','warning'].includes(m.type())) console.log('CONSOLE', m.text()) })
  p.on('pageerror', e => console.log('ERR', String(e)))
  p.on('request', r => { if (!r.url().startsWith(base) && !/^(data|blob):/.test(r.url())) console.log('OUT', r.url()) })
  for (const [n,u] of [['overview','/'],['reports','/reports'],['report','/reports/'+id]]) {
    await p.goto(`${base}${u}${lang==='en'?'?lang=en':''}`)
    await p.waitForTimeout(n==='overview'?2500:800)
    if (n==='report' ) { const h=p.locator('.card .card-head').nth(2); if (await h.count()) await h.click(); await p.waitForTimeout(300) }
    await p.screenshot({ path:`/tmp/shots/${n}-${lang}-${scheme}-${w}.png` })
    if (n==='report' && w===390) await p.screenshot({ path:`/tmp/shots/${n}-${lang}-${scheme}-${w}-full.png`, fullPage:true })
    const over = await p.evaluate(()=>document.documentElement.scrollWidth - innerWidth); if (over>0) console.log('OVERFLOW', n,lang,w,over)
  }
  await c.close()
}
await b.close()
