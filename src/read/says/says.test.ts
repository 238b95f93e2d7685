import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../data/knowledge.ts'
import { actsOf, layersOf } from '../pipeline.ts'

const layers = layersOf(loadKnowledge())
const docOf = (text: string, outlet: string | null = null) =>
  layers({ id: 'says', text, published: '2016-12-12', outlet, url: null })

/** What is said at a word of a text, and by whom: "claimed by …". */
const saidAt = (text: string, word: string, outlet: string | null = null): string => {
  const doc = docOf(text, outlet)
  const place = text.indexOf(word)
  const token = doc.tokens.find(({ from, to }) => from <= place && place < to)!
  const said = doc.sayingAt[token.index]
  if (!said) return 'own'
  return said.source ? `${said.status} by ${text.slice(said.source.from, said.source.to)}` : said.status
}

describe('how far a statement goes', () => {
  it('ends at the closing quotation mark', () => {
    const text = 'قال العميد رافع السامرائي: «سنطهر الوادي من المسلحين قريباً»، وقصفت الطائرات تلة الغراب ليلاً'
    expect(saidAt(text, 'سنطهر')).toBe('claimed by رافع السامرائي')
    expect(saidAt(text, 'قصفت')).toBe('own')
  })

  it('goes on over the sentences of one quotation', () => {
    const text = 'وقال القائد: «اقتحمنا الثكنة فجراً. أسرنا ستة جنود هناك». وعاد الهدوء إلى البلدة'
    expect(saidAt(text, 'أسرنا')).toBe('claimed by القائد')
    expect(saidAt(text, 'عاد')).toBe('own')
  })

  it('of a thing ends with the next statement, of a clause does not', () => {
    expect(saidAt('أعلن الجيش مقتل جنديين في كمين، وقصفت المدفعية تل الزيتون', 'قصفت')).toBe('own')
    expect(saidAt('أعلن الجيش أن جنديين قتلا في كمين، وأن المدفعية قصفت تل الزيتون', 'قصفت')).toBe('claimed by الجيش')
  })

  it('reaches back from its end to where the statement began', () => {
    const text = 'قصفت الطائرات الميناء، فيما اعتقلت الشرطة سبعة شبان، بحسب شهود عيان'
    expect(saidAt(text, 'اعتقلت')).toBe('claimed by شهود عيان')
    expect(saidAt(text, 'قصفت')).toBe('own')
  })

  it('passes over a semicolon', () => {
    expect(saidAt('قالت مصادر محلية إن رتلاً؛ من عشرين آلية، هاجم القرية', 'هاجم')).toBe('claimed by مصادر محلية')
  })
})

describe('who speaks', () => {
  it.each([
    ['أعلن وزير الداخلية اللواء سامر الحوراني أن قواته اعتقلت خلية', 'اعتقلت', 'claimed by سامر الحوراني'],
    ['نقلت صحيفة الفجر عن مصدر طبي قوله إن القصف أوقع جرحى', 'القصف', 'claimed by مصدر طبي'],
    ['قال مصدر في الشرطة إن لغماً انفجر. وأضاف المصدر أن مسلحين خطفوا تاجراً', 'خطفوا', 'claimed by مصدر في الشرطة'],
    ['قالت منظمة أطباء بلا حدود إن المشفى مكتظ. وأضافت أن قذائف قصفت محيطه', 'قصفت', 'claimed by منظمة أطباء بلا حدود'],
    ['أفاد ناشطون بأن الجيش قصف الحي، وقال المحافظ إنه لم يتلق شكوى', 'قصف', 'claimed by ناشطون'],
    ['قالت المنظمة الإنسانية (الخوذ البيضاء) إن الطائرات قصفت المخيم', 'قصفت', 'claimed by الخوذ البيضاء'],
    ['أفاد مراسلنا بأن الجيش قصف الحي', 'قصف', 'asserted by مراسلنا'],
  ])('%s', (text, word, said) => expect(saidAt(text, word)).toBe(said))

  it('is the report itself where its outlet is named', () => {
    const text = 'وثّق المرصد السوري لحقوق الإنسان اعتقال ثلاثة شبان'
    expect(saidAt(text, 'اعتقال')).toBe('claimed by المرصد السوري لحقوق الإنسان')
    expect(saidAt(text, 'اعتقال', 'syriahr.com')).toBe('asserted by المرصد السوري لحقوق الإنسان')
    expect(saidAt('ذكرت عنب بلدي أن الشرطة اعتقلت شاباً', 'اعتقلت', 'عنب بلدي')).toBe('asserted')
  })

  it('is nobody new where the outlet adds in its own voice', () => {
    const text = 'قال الناطق إن الهدوء عاد. يذكر أن الطيران قصف البلدة قبل شهر'
    expect(saidAt(text, 'قصف')).toBe('own')
  })
})

describe('doubt and denial', () => {
  it.each([
    ['قال سكان إن الجنود اقتحموا الجامع. ولم يتسن التحقق من ذلك من مصدر مستقل', 'اقتحموا', 'unconfirmed by سكان'],
    ['قال سكان إن الجنود اقتحموا الجامع. ولم يتسن التحقق من عدد القتلى', 'اقتحموا', 'claimed by سكان'],
    ['قال سكان إن الجنود اقتحموا الجامع، ولم يصدر تأكيد من الحكومة', 'اقتحموا', 'claimed by سكان'],
    ['نفى الحزب مسؤوليته عن التفجير في السوق', 'التفجير', 'own'],
    ['نفى الحزب تفجير السوق', 'تفجير', 'denied by الحزب'],
    ['نقلت وكالة أنباء البحر أن الشرطة اعتقلت شاباً', 'اعتقلت', 'claimed by وكالة أنباء البحر'],
    ['هاجم مسلحون يُعتقد أنهم من التنظيم حاجزاً وقتلوا شرطياً', 'قتلوا', 'own'],
    ['قال الناطق إن قواته لم تتوقف عن قصف الجبل', 'قصف', 'claimed by الناطق'],
  ])('%s', (text, word, said) => expect(saidAt(text, word)).toBe(said))
})

describe('acts', () => {
  const actsIn = (text: string) =>
    actsOf(docOf(text)).map(({ status, sources }) => `${status} ${sources.map(({ from, to }) => text.slice(from, to)).join()}`)

  it('told first in the own voice are asserted, with the source of their details', () => {
    expect(
      actsIn('قصفت طائرات حربية مدينة سراقب صباح اليوم.\nوقال ناشطون إن الطائرات قصفت مدينة سراقب بأربعة صواريخ.')[0],
    ).toBe('asserted ناشطون')
  })

  it('told flatly in a title are what the body says', () => {
    expect(actsIn('قصف مدفعي على مدينة سراقب\nقال ناشطون إن الجيش قصف مدينة سراقب بالمدفعية.')[0]).toBe('claimed ناشطون')
  })
})
