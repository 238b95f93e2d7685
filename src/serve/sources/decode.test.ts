import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Fault } from '../../model/fault.ts'
import { decode } from './decode.ts'

const AR = 'قصفت طائرات حربية بلدة السعن الأسود بريف حمص، ما أدى إلى مقتل ثلاثة مدنيين.\n'
const FORMS = 'ﺔﻄﻘﻨﻣ ﻲﻓ ﻒﺼﻗ مقتل مدنيين'
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

/** Arabic in the single-byte tables, made with the decoder's own table turned round. */
const inTable = (text: string, encoding: string) => {
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte] as const),
  )
  return Uint8Array.from([...text].map((sign) => table.get(sign) ?? 63))
}

describe('decode', () => {
  test.each([
    ['UTF-8', Buffer.from(AR), 'utf-8'],
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], AR), 'utf-8'],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${AR}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16be(`\ufeff${AR}`), 'utf-16be'],
    ['UTF-16 LE without a mark', Buffer.from(AR, 'utf16le'), 'utf-16le'],
    ['UTF-16 BE without a mark', utf16be(AR), 'utf-16be'],
    ['UTF-16 LE of presentation forms without a mark', Buffer.from(FORMS, 'utf16le'), 'utf-16le', FORMS],
    ['Windows-1256', inTable(AR, 'windows-1256'), 'windows-1256'],
  ])('%s gives the same text', (_, given, encoding, text = AR) => {
    expect(decode(given, 'a.txt')).toMatchObject({ text, encoding })
  })

  test('says what it guessed, and nothing where it did not guess', () => {
    expect(decode(Buffer.from(AR), 'a.txt').note).toBeNull()
    expect(decode(Buffer.from(`\ufeff${AR}`, 'utf16le'), 'a.txt').note).toBeNull()
    expect(decode(Buffer.from(AR, 'utf16le'), 'a.txt').note).toBe('a.txt: has no byte-order mark; read as UTF-16LE.')
    expect(decode(inTable(AR, 'windows-1256'), 'a.txt').note).toBe('a.txt: is not UTF-8; read as Windows-1256.')
  })

  test('keeps line ends, tatweel and invisible signs as they came', () => {
    const text = 'اسـتهدف\r\nقصف\u200f \r'
    expect(decode(Buffer.from(text), 'a.txt').text).toBe(text)
  })

  test.each([
    ['empty', bytes(), 'is empty'],
    ['white space', bytes(' \r\n\t\u200b'), 'only white space'],
    ['a picture', bytes([0x89], 'PNG\r\n', [0x1a, 10, 0, 0, 0, 13], 'IHDR', [0, 0, 1, 0]), 'is binary'],
    ['NULs', Buffer.alloc(64), 'is binary'],
    ['control characters', bytes([1, 2, 3, 4, 5], 'abc'), 'is binary'],
    ['UTF-16 cut in a character', Buffer.from(`\ufeff${AR}`, 'utf16le').subarray(0, 31), 'cut or damaged'],
    ['UTF-8 cut in a letter', Buffer.from(`${AR}${AR}`).subarray(0, -3), 'line 2 is damaged UTF-8'],
    ['UTF-8 with a stray byte', bytes(AR, [0xff], AR), 'line 2 is damaged UTF-8'],
    ['ISO-8859-6', inTable(AR.replaceAll('،', ','), 'iso-8859-6'), 'neither UTF-8, UTF-16 nor'],
    ['French in Latin-1', Buffer.from('éléments armés à Alep, été 2016', 'latin1'), 'neither UTF-8, UTF-16 nor'],
  ])('refuses %s in one sentence', (_, given, said) => {
    expect(() => decode(given, 'a.txt')).toThrow(Fault)
    expect(() => decode(given, 'a.txt')).toThrow(said)
  })

  test('never throws anything but a Fault, whatever the bytes', () => {
    const cut = fc.tuple(fc.constantFrom('utf8', 'utf16le', 'latin1'), fc.string({ unit: 'grapheme' }), fc.nat(9))
    const mixed = fc.array(fc.oneof(fc.uint8Array({ maxLength: 12 }), fc.constant(Buffer.from(AR).subarray(0, 9))))
    const given = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      mixed.map((parts) => Buffer.concat(parts)),
      cut.map(([encoding, text, less]) => {
        const all = Buffer.from(text, encoding as BufferEncoding)
        return all.subarray(0, all.length - less)
      }),
    )
    fc.assert(
      fc.property(given, (some) => {
        try {
          const { text, encoding } = decode(some, 'x')
          expect(new TextDecoder(encoding).decode(some)).toBe(text)
        } catch (error) {
          expect(error).toBeInstanceOf(Fault)
          expect((error as Fault).message).toMatch(/^x: .*\.$/)
        }
      }),
      { numRuns: 500 },
    )
  })
})
