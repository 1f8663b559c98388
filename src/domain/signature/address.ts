// Street, city, postcode and country in the pieces of a signature, as addresses are written in Europe, America and Australia.
import { fold } from '../text';
import { isCountry, isStreet, isUnit } from './words';

export type Address = { [field in 'street' | 'city' | 'region' | 'postcode' | 'country']?: string };

const place = "\\p{L}[\\p{L}\\p{M}.'’/ -]*?";
/** `1012 AB Amsterdam`, `D-10115 Berlin`, `114 55 Stockholm`, `00-001 Warszawa`, `1100-148 Lisboa`. */
const codeFirst = new RegExp(
  `^(?:[A-Z]{1,2}[- ])?(\\d{4} ?[A-Z]{2}|\\d{3} \\d{2}|\\d{4,5}|\\d{2}-\\d{3}|\\d{4}-\\d{3})\\s+(${place}(?: \\d{1,2})?(?: Cedex.*)?)(?: \\(([A-Z]{2})\\))?$`,
  'u',
);
const ukCode = '[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}';
/** `MD 20814`, `ON K1A 0B1`, `NSW 2000`, `SW1A 2AA`, `110 00`. */
const codeAlone = new RegExp(
  `^(?:([A-Z]{2,3})\\.? )?(\\d{5}(?:-\\d{4})?|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|(?<=[A-Z]{2,3} )\\d{4}|${ukCode}|\\d{6}|\\d{3} \\d{2})$`,
  'u',
);
/** `Leeds LS1 4AP`, `Sydney NSW 2000`, `Ottawa ON K1A 0B1`, `Singapore 068896`. */
const codeLast = new RegExp(
  `^(${place}) (?:([A-Z]{2,3}) )?(\\d{5}(?:-\\d{4})?|\\d{6}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|(?<=[A-Z]{2,3} )\\d{4}|${ukCode})$`,
  'u',
);
const numberFirst = /^\d+\s?[a-z]?(?:[-/]\d+[a-z]?)?,?\s+\p{L}{2,}/iu;
const numberLast = /^\p{L}.*\s\d{1,5}\s?[a-z]?(?:\s?[-/–]\s?\d+\s?[a-z]?)?$/iu;

/** Takes one address out of the pieces. `left`: the pieces that are none of it, in order. */
export function takeAddress(pieces: readonly string[]): { left: string[]; address: Address } {
  const address: Address = {};
  const taken = new Set<number>();
  pieces.forEach((piece, at) => {
    if (takePiece(piece, address)) taken.add(at);
    // A street that only its number tells stands right before the city.
    if (address.postcode && !address.street && taken.has(at)) {
      const before = pieces[at - 1] ?? '';
      if (!taken.has(at - 1) && (numberLast.test(before) || numberFirst.test(before))) {
        address.street = before;
        taken.add(at - 1);
      }
    }
  });
  return { left: pieces.filter((_, at) => !taken.has(at)), address };
}

/** Takes a piece in if all of it is an address; true where it was. */
function takePiece(piece: string, address: Address): boolean {
  const found: Address = {};
  let isCityNext = false;
  const parts = piece.split(/\s*,\s*/).filter(Boolean);
  const isAll = parts.reverse().every((part, at) => {
    const isLast = at === parts.length - 1;
    if (isStreetPart(part)) {
      found.street = found.street ? `${part}, ${found.street}` : part;
      return true;
    }
    if (isCountry(fold(part)) && !found.country) {
      found.country = part;
      return true;
    }
    const alone = !found.postcode && codeAlone.exec(part);
    const last = !found.postcode && codeLast.exec(part);
    // “NSW 2000” and “MD 20814” are no cities; “Singapore 068896” by itself is.
    if (alone && (!alone[1] || !isLast)) {
      Object.assign(found, alone[1] ? { region: alone[1] } : {}, { postcode: alone[2] });
      isCityNext = true;
      return true;
    }
    if (last) {
      Object.assign(found, { city: last[1], postcode: last[3] }, last[2] ? { region: last[2] } : {});
      return true;
    }
    const first = !found.postcode && codeFirst.exec(part);
    if (first) {
      Object.assign(found, { postcode: first[1], city: first[2] }, first[3] ? { region: first[3] } : {});
      return true;
    }
    const mayBeCity = /^\p{L}[\p{L}\p{M}.'’ -]*(?: \d{1,2})?$/u.test(part) && !found.city;
    if (mayBeCity && (isCityNext || (parts.length > 1 && (found.country || (at === 0 && parts.some(isStreetPart)))))) {
      found.city = part;
      isCityNext = false;
      return true;
    }
    // A building's name before the street, or a street that only its number tells.
    const isHouse = found.street ? !/\d/.test(part) : numberLast.test(part) || numberFirst.test(part);
    if (!isLast || !found.city || !isHouse) return false;
    found.street = [part, found.street].filter(Boolean).join(', ');
    return true;
  });
  // A second address is somebody else's.
  const isSecond = Object.keys(found).some(
    (field) => address[field as keyof Address] !== undefined && field !== 'street',
  );
  if (!isAll || isSecond || Object.keys(found).length === 0) return false;
  const street = [address.street, found.street].filter(Boolean).join(', ');
  Object.assign(address, found, street ? { street } : {});
  return true;
}

function isStreetPart(part: string): boolean {
  const folded = fold(part);
  return isUnit(folded) || (isStreet(folded) && (numberFirst.test(part) || numberLast.test(part)));
}
