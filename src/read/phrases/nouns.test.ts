import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../data/knowledge.ts'
import { layersOf } from '../pipeline.ts'

const layers = layersOf(loadKnowledge())

/** Phrases as "governor:class words", one that "and" joins with a plus; verbs in braces. */
function parsed(text: string): string {
  const { tokens, phraseAt, verbAt } = layers({ id: 't', text, published: null, outlet: null, url: null })
  const out: string[] = []
  for (let at = 0; at < tokens.length; at++) {
    const phrase = phraseAt[at]
    if (phrase) {
      const { mention, joined, governor, class: kind, end } = phrase
      out.push(`[${joined ? '+' : ''}${governor ? `${governor}:` : ''}${kind} ${text.slice(mention.from, mention.to)}]`)
      at = end - 1
    } else if (verbAt[at]) out.push(`{${text.slice(tokens[at]!.from, tokens[at]!.to)}}`)
  }
  return out.join(' ')
}

describe('phrases', () => {
  it.each([
    ['a verb, its doer, what was done to', 'قصفت قوات النظام مدرسة', '{قصفت} [actor قوات النظام] [facility مدرسة]'],
    ['a noun that no list has', 'هاجم مسلحون زريبة', '{هاجم} [group مسلحون] [thing زريبة]'],
    ['a chain of genitives', 'حرق غلاف كتاب الحداد', '{حرق} [thing غلاف كتاب الحداد]'],
    ['adjectives that agree', 'استهدفت الطائرات شاحنة كبيرة', '{استهدفت} [unit الطائرات] [thing شاحنة كبيرة]'],
    ['a doer after its object', 'هاجم حاجزا عشرة مسلحين', '{هاجم} [facility حاجزا] [group مسلحين]'],
    ['what a preposition governs', 'غارة على مستودع في دوما', '[act غارة] [on:facility مستودع] [in:place دوما]'],
    ['a list', 'هجوم على سوق ومدرسة', '[act هجوم] [on:facility سوق] [+on:facility مدرسة]'],
    ['a noun of doing and its genitive', 'مقتل طفل', '[act مقتل] [of:group طفل]'],
    ['whose a thing is', 'استهداف رتل لقوات النظام', '[act استهداف] [of:unit رتل لقوات النظام]'],
    [
      'whom a unit is loyal to',
      'هاجمت مجموعات مدعومة من تركيا القرية',
      '{هاجمت} [unit مجموعات مدعومة من تركيا] [place القرية]',
    ],
    ['a name in quotation marks', 'اعتقلت كتيبة «سيوف الوادي» فلاحا', '{اعتقلت} [unit كتيبة «سيوف الوادي»] [group فلاحا]'],
    ['a number counts the noun', 'اعتقال سبعة حدادين', '[act اعتقال] [of:group حدادين]'],
    ['a side in two parts', 'اشتباك بين الجيش والشرطة', '[act اشتباك] [between:actor الجيش] [+between:unit الشرطة]'],
  ])('%s', (_, text, expected) => expect(parsed(text)).toBe(expected))
})

describe('a word that may be verb or noun', () => {
  it.each([
    ['a verb before its doer', 'قصف الجيش القرية', '{قصف} [actor الجيش] [place القرية]'],
    ['a noun before an adjective of acts', 'قصف جوي على القرية', '[act قصف جوي] [on:place القرية]'],
    ['a noun before whose it is', 'قصف للجيش على القرية', '[act قصف] [for:actor جيش] [on:place القرية]'],
    ['a noun whose object follows "of"', 'قصف الجيش لقرية', '[act قصف] [of:actor الجيش] [for:place قرية]'],
    ['a noun after a preposition', 'أصيب طفل في قصف', '{أصيب} [group طفل] [in:act قصف]'],
    ['a noun after what carries it', 'واصل الجيش قصف القرية', '{واصل} [actor الجيش] [act قصف] [of:place القرية]'],
    ['a noun in the accusative', 'نفذ الجيش قصفا', '{نفذ} [actor الجيش] [act قصفا]'],
    ['a dual verb after two', 'طفلان قتلا', '[group طفلان] {قتلا}'],
  ])('%s', (_, text, expected) => expect(parsed(text)).toBe(expected))
})
