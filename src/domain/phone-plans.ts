// How numbers are dialled, by country: calling code, what is dialled before a number inside the country, and how many digits the
// number has without both. From ITU-T E.164 and E.129 as libphonenumber has them; test/domain/phone.test.ts holds them against it.
import { fold } from './text';

export interface PhonePlan {
  /** Digits after `+`. */
  readonly code: string;
  /** Dialled before the number inside the country: `0`, `06`, `8`; blank where nothing is. */
  readonly trunk: string;
  /** Without the trunk prefix a text is a number of one place, which only that place can complete. */
  readonly needsTrunk: boolean;
  /** Numbers of digits that a national number may have; empty where its reading takes more than a table. */
  readonly lengths: readonly number[];
  /** What is dialled before another country's code; undefined where that depends on the network. */
  readonly abroad: string | undefined;
}

// Each entry is a country, its code, and its lengths as digits of base 36: `GB44:79a` has 7, 9 or 10.
const trunkZero =
  'AE971:789abc AF93:9 AL355:789 AM374:8 AT43:789abc AU61:9a AX358:789abc AZ994:9 BA387:89 BD880:789a BE32:89 BG359:789 CC61:9a CD243:789a CH41:9 CU53:78a CX61:9a DE49:789abc DZ213:89 EC593:89 EG20:89a ER291:7 ET251:9 FI358:789abc FR33:9 GB44:79a GF594:9 GG44:79a GH233:89 GP590:9 HR385:789 ID62:789abc IE353:789a IL972:89 IM44:a IN91:a IQ964:89a IR98:7a JE44:a JO962:89 JP81:9a KE254:789a KG996:9a KH855:89a KP850:8a KR82:89ab LA856:89a LK94:9 LR231:789 LT370:8 LY218:9 MA212:9 MC377:89 MD373:8 ME382:89 MG261:9 MK389:8 MM95:789a MQ596:9 MW265:79 MY60:89a NA264:89 NG234:a NL31:9 NZ64:789a PH63:89a PK92:89a PS970:89 PY595:789 RE262:9 RO40:9 RS381:789abc RW250:89 SA966:9 SD249:9 SE46:789 SI386:8 SK421:9 SL232:8 SS211:9 SY963:89 TH66:89 TR90:a TW886:89 TZ255:9 UA380:9 UG256:9 UY598:8 VE58:a VN84:9a XK383:89 YE967:789 YT262:9 ZA27:9 ZM260:9 ZW263:79a';
const mayTrunkZero = 'BO591:8 BR55:ab CN86:ab CO57:a GE995:9 KI686:8 LB961:78 LI423:79 MN976:8 NP977:a PE51:9 SO252:89';
const noTrunk =
  'AD376:6 AO244:9 AR54: AW297:7 BF226:8 BH973:8 BI257:8 BJ229:a BN673:7 BQ599:7 BT975:8 BW267:78 BZ501:7 CF236:8 CG242:9 CI225:a CK682:5 CL56:9 CM237:9 CR506:8 CV238:7 CW599:78 CY357:8 CZ420:9 DJ253:8 DK45:8 EE372:78 ES34:9 FJ679:7 FK500:5 FM691:7 FO298:6 GA241:8 GI350:8 GL299:6 GM220:7 GN224:9 GQ240:9 GR30:a GT502:8 GW245:9 GY592:7 HK852:8 HN504:8 HT509:8 IO246:7 IS354:7 IT39:789abc KM269:7 KW965:8 LS266:8 LU352:89 LV371:8 MH692:7 ML223:8 MO853:8 MR222:8 MT356:8 MU230:8 MV960:7 MX52:a MZ258:9 NC687:6 NE227:8 NF672:6 NI505:8 NO47:8 NR674:7 NU683:7 OM968:8 PA507:78 PF689:8 PG675:8 PL48:9 PT351:9 PW680:7 QA974:8 SB677:7 SC248:7 SG65:8 SH290:5 SJ47:8 SM378:8a SN221:9 SR597:7 ST239:7 SV503:8 SZ268:8 TD235:8 TG228:8 TJ992:9 TK690:4 TL670:8 TN216:8 TO676:7 TV688:6 UZ998:9 VA39:a VU678:7 WF681:6 WS685:7';
/** Numbers of ten digits under the code 1, which is also dialled before them. */
const one = 'AG AI AS BB BM BS CA DM DO GD GU JM KN KY LC MP MS PR SX TC TT US VC VG VI';
const otherTrunks = { '06': 'HU36:89', '8': 'KZ7:a RU7:a TM993:8' };
/** Where `00` is not what one dials before another country's code. */
const notZeroZero = 'AU BR BY CC CO CU CX GY ID JP KE KH KR KZ MH MN NG PW RU SG TH TJ TM TW TZ UG WS HK'.split(' ');

/** Names for people, folded, of the countries that are named most; any two letters of a country are understood as well. */
const names =
  'AE united arab emirates,uae|AT austria,osterreich|AU australia|BE belgium,belgie,belgique|BR brazil,brasil|CA canada|CH switzerland,schweiz,suisse,svizzera|CN china|CZ czech republic,czechia|DE germany,deutschland|DK denmark,danmark|ES spain,espana|FI finland,suomi|FR france|GB united kingdom,great britain,uk,england,scotland,wales|GR greece|HU hungary|IE ireland|IL israel|IN india|IT italy,italia|JP japan|LU luxembourg|MX mexico|NL netherlands,nederland|NO norway,norge|NZ new zealand|PL poland,polska|PT portugal|RO romania|SE sweden,sverige|SG singapore|TR turkey,turkiye|UA ukraine|US united states,united states of america,usa|ZA south africa';

interface Plans {
  readonly byCountry: ReadonlyMap<string, PhonePlan>;
  /** One plan for each calling code: countries that share one dial alike. */
  readonly byCode: ReadonlyMap<string, PhonePlan>;
  readonly countryByName: ReadonlyMap<string, string>;
}

let known: Plans | undefined;

/** The plan of a country by its two letters; undefined where there is none. */
export function phonePlan(country: string): PhonePlan | undefined {
  return plans().byCountry.get(country);
}

/** The plan whose calling code these digits begin with: no code is the beginning of another. */
export function planOfDigits(digits: string): PhonePlan | undefined {
  return [1, 2, 3].map((length) => plans().byCode.get(digits.slice(0, length))).find((plan) => plan !== undefined);
}

/** All countries with a plan, by two letters. */
export function phoneCountries(): string[] {
  return [...plans().byCountry.keys()];
}

/** Two letters of the country that a text names: `DE`, `Germany`, `Deutschland`; undefined for any other text. */
export function countryOf(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const letters = text.trim().toUpperCase();
  return phonePlan(letters) ? letters : plans().countryByName.get(fold(text));
}

/** The country of a workbook's locale: `de_DE` is DE; undefined for one without a country. */
export function countryOfLocale(locale: string): string | undefined {
  return countryOf(locale.split(/[_-]/)[1]);
}

function plans(): Plans {
  if (known) return known;
  const byCountry = new Map<string, PhonePlan>();
  const add = (list: string, trunk: string, needsTrunk: boolean) => {
    for (const entry of list.split(' ')) {
      const [head = '', lengths = ''] = entry.split(':');
      const country = head.slice(0, 2);
      byCountry.set(country, {
        code: head.slice(2),
        trunk,
        needsTrunk,
        lengths: [...lengths].map((length) => Number.parseInt(length, 36)),
        abroad: trunk === '1' ? '011' : notZeroZero.includes(country) ? undefined : '00',
      });
    }
  };
  add(trunkZero, '0', true);
  add(mayTrunkZero, '0', false);
  add(noTrunk, '', false);
  add(
    one
      .split(' ')
      .map((country) => `${country}1:a`)
      .join(' '),
    '1',
    false,
  );
  for (const [trunk, list] of Object.entries(otherTrunks)) add(list, trunk, true);
  const countryByName = new Map(
    names.split('|').flatMap((entry) =>
      entry
        .slice(3)
        .split(',')
        .map((name) => [name, entry.slice(0, 2)] as const),
    ),
  );
  const byCode = new Map([...byCountry.values()].map((plan) => [plan.code, plan]));
  known = { byCountry, byCode, countryByName };
  return known;
}
