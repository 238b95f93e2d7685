import { expect, it } from 'vitest'
import { loadKnowledge } from '../../data/knowledge.ts'
import { layersOf } from '../pipeline.ts'

const layers = layersOf(loadKnowledge())
const voice = (text: string): string => {
  const { triggers } = layers({ id: 't', text, published: null, outlet: null, url: null })
  return triggers.find(({ verbal }) => verbal)?.passive ? 'passive' : 'active'
}

it.each([
  ['قتل طفل في دوما', 'passive'],
  ['قتل طفل وامرأة في دوما', 'passive'],
  ['قتل جندي طفلا في دوما', 'active'],
  ['قتل ثلاثة مدنيين في دوما', 'passive'],
  ['قتلت قوات النظام طفلا في دوما', 'active'],
  ['ثلاثة مدنيين قتلوا في دوما', 'passive'],
  ['قُصفت المدينة بالصواريخ', 'passive'],
  ['قصفت المدينة بالصواريخ', 'passive'],
  ['قصف المدينة بالصواريخ', 'active'],
  ['كما وقصف المدينة بالصواريخ', 'active'],
  ['قصفت تركيا المدينة بالصواريخ', 'active'],
  ['اعتقلت الشرطة طالبا', 'active'],
  ['اعتقل طالب في المدينة', 'passive'],
  ['نفذ الجيش حملة واعتقل عشرات الطلاب', 'active'],
  ['أفرجت السلطات المصرية عن طالب', 'active'],
])('%s: %s', (text, expected) => expect(voice(text)).toBe(expected))
