import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CellValue, Session } from '../../scripts/local/engine/types';
import { at, type Book, get, NOW, openBook, put } from './engine-helper';

let book: Book;
let session: Session;
beforeEach(() => {
  book = openBook();
  session = book.engine.session('a@example.com', 'person');
});
afterEach(() => book.close());

function type(a1: string, rows: readonly (readonly CellValue[])[]): void {
  put(session, a1, rows);
  session.flush();
}

describe('values of formulas', () => {
  beforeEach(() => {
    type('A1:B5', [
      ['Stage', 'Amount'],
      ['Won', 100],
      ['Lost', 20],
      ['Won', 3],
      ['Open', 'n/a'],
    ]);
    session.addSheet("It's");
    put(session, 'A1', [[7]], 1);
    session.setNamedRange('Amounts', at('B2:B5'));
    session.flush();
  });

  it.each<[string, CellValue]>([
    ['=1+2*3^2', 19],
    ['=-2^2', 4],
    ['=50%*10', 5],
    ['=B2&" "&A2', '100 Won'],
    ['=SUM(B:B)', 123],
    ['=SUM(B2:B, 1)', 124],
    ['=SUM(Amounts)', 123],
    ["='It''s'!A1*2", 14],
    ["=SUM('it''s'!A1:A9)", 7],
    ['=SUMIF(A2:A5,"Won",B2:B5)', 103],
    ['=COUNTIF(A2:A5,"won")', 2],
    ['=AVERAGE(B2:B5)', 41],
    ['=COUNTA(A1:A5)', 5],
    ['=COUNTBLANK(A1:A10)', 5],
    ['=IF(B2>50;"big";"small")', 'big'],
    ['=IF(FALSE,1)', false],
    ['=IFERROR(1/0,"none")', 'none'],
    ['=VLOOKUP("Lost",A2:B5,2,FALSE)', 20],
    ['=INDEX(B2:B5,MATCH("Lost",A2:A5,0))', 20],
    ['=HYPERLINK("https://example.com","a link")', 'a link'],
    ['=CONCATENATE("a",1,TRUE)', 'a1TRUE'],
    ['=ROW()', 8],
    ['=ROW(B2)+COLUMN(C1)', 5],
    ['=ROWS(A:A)', 1000],
    ['=TODAY()', 45823],
    ['=YEAR(TODAY())', 2025],
    ['=DATE(2025,14,1)', 46054],
    ['=EDATE("2025-01-31",1)', 45716],
    ['=TEXT(45688,"yyyy-mm-dd")', '2025-01-31'],
    ['=LEN("")', 0],
    ['=A6', null],
    ['="a"="A"', true],
    ['=1<"a"', true],
    ['=UPPER(A2)', 'WON'],
    ['=ISBLANK(A6)', true],
    ['=ROUND(2.345,2)', 2.35],
    ['=1/0', '#DIV/0!'],
    ['=A2*1', '#VALUE!'],
    ['=NOSUCH(1)', '#NAME?'],
    ['=nosuch', '#NAME?'],
    ['=Nowhere!A1', '#REF!'],
    ['=A2000', '#REF!'],
    ['=NA()', '#N/A'],
    ['=SUM(1', '#ERROR!'],
    ['=1 2', '#ERROR!'],
    ['+1 555 0100', '#ERROR!'],
    ['=A1:A3', '#ERROR!'],
    ['=VLOOKUP("x",A2:B5,2,FALSE)', '#N/A'],
  ])('%s is %j', (formula, value) => {
    type('D8', [[formula]]);
    expect(get(session, 'D8')).toEqual([[value]]);
  });

  it('keeps the text as typed', () => {
    type('D1', [['= sum( b2 : b3 ) ']]);
    expect(session.formulas(at('D1'))).toEqual([['= sum( b2 : b3 ) ']]);
  });

  it('gives dates a date format', () => {
    type('D1:D3', [['=TODAY()'], ['=D1+1'], ['=D2-D1']]);
    expect(session.displayValues(at('D1:D3'))).toEqual([['6/15/2025'], ['6/16/2025'], ['1']]);
  });
});

describe('recomputing', () => {
  it('follows a chain of references over tabs, for everybody', () => {
    session.addSheet('Other');
    type('A1', [[1]]);
    put(session, 'A1:A2', [['=Sheet1!A1+1'], ['=A1+1']], 1);
    put(session, 'B1', [['=Other!A2']]);
    session.flush();
    const other = book.engine.session('b@example.com');
    expect(get(other, 'B1')).toEqual([[3]]);
    put(other, 'A1', [[10]]);
    other.flush();
    expect(get(session, 'B1')).toEqual([[12]]);
  });

  it('calls a circle what it is', () => {
    type('A1:A2', [['=A2'], ['=A1']]);
    expect(get(session, 'A1:A2')).toEqual([['#REF!'], ['#REF!']]);
    type('A2', [[5]]);
    expect(get(session, 'A1')).toEqual([[5]]);
  });

  it('sees waiting writes of its own session when it is typed', () => {
    put(session, 'A1:B1', [[4, '=A1*2']]);
    expect(get(session, 'B1')).toEqual([[4 * 2]]);
  });

  it('moves with the clock when the file is opened another day', () => {
    type('A1', [['=TODAY()']]);
    book.engine.setClock(() => NOW + 86_400_000);
    type('B1', [['x']]);
    expect(get(session, 'A1')).toEqual([[45824]]);
    expect(get(book.reopen().session(''), 'A1')).toEqual([[45823]]);
  });
});

describe('references', () => {
  beforeEach(() => {
    type('A1:B3', [
      [1, null],
      [2, null],
      [3, null],
    ]);
    type('C1', [['=SUM(A1:A3)+$A$2']]);
  });

  const formula = (a1: string) => session.formulas(at(a1))[0]?.[0];

  it('follow inserted and deleted rows', () => {
    session.insertRows(0, 2, 1);
    expect(formula('C1')).toBe('=SUM(A1:A4)+$A$3');
    session.deleteRows(0, 3, 1);
    expect(formula('C1')).toBe('=SUM(A1:A3)+#REF!');
    expect(get(session, 'C1')).toEqual([['#REF!']]);
  });

  it('follow inserted, deleted and moved columns', () => {
    session.insertColumns(0, 1, 1);
    expect(formula('D1')).toBe('=SUM(B1:B3)+$B$2');
    session.moveColumns(0, 2, 1, 4);
    expect(formula('D1')).toBe('=SUM(C1:C3)+$C$2');
    expect(get(session, 'D1')).toEqual([[8]]);
  });

  it('move with a row that is sorted, as a copy would', () => {
    type('B1:B3', [['=A1*10'], ['=A2*10'], ['=A3*10']]);
    type('C1', [[null]]);
    session.sort(at('A1:B3'), [{ column: 1, ascending: false }]);
    expect(get(session, 'A1:B3')).toEqual([
      [3, 30],
      [2, 20],
      [1, 10],
    ]);
    expect(formula('B1')).toBe('=A1*10');
  });

  it('follow a renamed tab and break with a deleted one', () => {
    const { sheetId } = session.addSheet('Rates');
    put(session, 'A1', [[2]], sheetId);
    type('D1', [['=Rates!A1*2']]);
    session.updateSheet(sheetId, { title: 'Exchange rates' });
    expect(formula('D1')).toBe("='Exchange rates'!A1*2");
    expect(get(session, 'D1')).toEqual([[4]]);
    session.deleteSheet(sheetId);
    expect(formula('D1')).toBe('=#REF!*2');
    expect(get(session, 'D1')).toEqual([['#REF!']]);
  });
});

describe('a German sheet', () => {
  it('takes decimal commas and semicolons', () => {
    const german = openBook({ locale: 'de_DE' });
    const own = german.engine.session('', 'person');
    put(own, 'A1', [['=SUM(1,5;2)&""']]);
    expect(get(own, 'A1')).toEqual([['3,5']]);
    german.close();
  });
});
