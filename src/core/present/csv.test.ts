import { expect, test } from 'vitest';
import { csvText } from './csv.ts';

test.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['a "b"', '"a ""b"""'],
  ['a\r\nb', '"a\r\nb"'],
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@sum', "'@sum"],
  ['\tx', "'\tx"],
  ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
  [7, '7'],
  [-7, '-7'],
])('%j is the cell %j', (value, cell) => {
  expect(csvText([[value, 'z']])).toBe(`${cell},z\r\n`);
});
