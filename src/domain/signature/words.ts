// Words that tell what a piece of a signature is, folded, in the languages of most of those who send mail. Only for guessing: a
// person looks at what was made of them. Beginnings of words, where one tells for many: `direc` for director, directeur, Direktor.

/** A position, whole words first. */
const job =
  /(^|[^a-z])((c[efimost]o|vp|vd|head of|lead|chef|jefe|jefa|owner|sales|agent|buyer|einkauf|vertrieb)($|[^a-z])|manager|direc|direk|dyrek|diret|diretto|chief|officer|engineer|ing[eo]ni|consult|founder|co-founder|president|assist|developer|designer|analyst|partner|special|coordinat|executive|account|advis|archite|attorney|lawyer|secretar|represent|supervis|techni|research|profess|editor|planner|administrat|recruit|chair|treasur|trainer|strateg|broker|procure|respons|geran|gerente|conseill|comerci|commerci|amministrat|titolare|verkoop|inkoop|medewerker|adviseur|eigenaar|salj|forsalj|daglig leder|radgiver|kierownik|prezes|specjal|handlow|gestor|vended|toimitus|prokurist|inhaber|vorstand)|(leiter|fuhrer|berater|ingenieur|assisten[tz]|referent|sjef|leder|direktor|leider|beheerder|arzt)(in)?($|[^a-z])/;

const company =
  /(^|[\s,.&])(inc|llc|ltd|limited|g?mbh|ag|kg|oh?g|ug|e\.?v|b\.?v|n\.?v|s\.?a\.?s?|sarl|s\.?r\.?l|s\.?p\.?a|oyj?|ab|a\/?s|aps|plc|pty|corp(oration)?|company|co|group|holding|s\.?l|ltda?|lda|sp\. z o\.? ?o|kft|s\.r\.o|k\.?k|se)\.?\)?$|株式会社/;

const closing =
  /^[-–—\s]*((kind |warm |best |many )*(regards|wishes)|best,?$|all the best|thank|cheers|sincerely|yours|(mit )?(freundlich|viele|beste|liebe|herzliche)\S* gru|mfg|lg$|(met )?(vriendelijke |hartelijke )*groet|(bien )?cordialement|bien a vous|(un )?(cordial )?salud|\S+ saluti|(med )?(vanlig|venlig|vennlig|bedste|basta)\S* (hals|hils)|mvh|pozdraw|z powazaniem|atenciosamente|cumprimentos|ystavallisin|sent from|von meinem|envoye de|get outlook|verzonden vanaf)/;

const street =
  /(^|[^a-z])(street|st|road|rd|avenue|ave?|lane|ln|drive|dr|blvd|boulevard|way|court|ct|place|pl|square|sq|highway|parkway|terrace|close|crescent|quay|house|park|broadway|row|rue|quai|allee|chemin|route|cours|via|viale|piazza|corso|calle|c\/|avenida|avda|plaza|paseo|rua|praca|ul|al)($|[^a-z])|(stra(ss|ß)e|str\.?|straat|weg|gasse|platz|damm|ufer|laan|plein|kade|gracht|singel|gatan?|gaten|vagen|vej|gade|veien|vei|katu)( |$)/;

/** A part of a house that stands beside the street. */
const unit =
  /^(suite|ste|floor|fl|unit|apt|building|room|level|p\.? ?o\.? ?box|postbus|postfach|etage)[\s.]|^#\d|^\d+(st|nd|rd|th) floor/;

const country =
  /^(argentina|austria|osterreich|australia|belgi(um|e|que)|bra[sz]il|canada|chile|china|czech(ia| republic)|d[ae]nmark|deutschland|germany|england|estonia|finland|suomi|france|greece|hungary|india|ireland|israel|ital[iy]a?|japan|luxembourg|mexico|(the )?netherlands|nederland|new zealand|nor(way|ge)|pol(and|ska)|portugal|romania|scotland|singapore|south africa|spain|espana|sweden|sverige|switzerland|schweiz|suisse|svizzera|turkey|ukraine|u\.?a\.?e|u\.?k|united (kingdom|states( of america)?|arab emirates)|u\.?s\.?a|wales)\.?$/;

/** Mail providers that say nothing of where somebody works. */
const freeMail =
  /^(g(oogle)?mail|outlook|hotmail|live|yahoo|icloud|me|gmx|web|aol|proton(mail)?|t-online|orange|free|mail)\./;

/** Addresses of a person's pages elsewhere, which are no website of their company. */
const social =
  /(^|[/.])((linkedin|twitter|x|facebook|instagram|xing|youtube|calendly|zoom|teams\.\w+)\.\w+|wa\.me)(\/|$)/i;

/** Whether a folded text names a position. */
export const isJob = (text: string) => job.test(text);
/** Whether a folded text ends as companies' names do. */
export const isCompany = (text: string) => company.test(text);
/** Whether a folded text is how letters end. */
export const isClosing = (text: string) => text.length < 60 && closing.test(text);
/** Whether a folded text names a street. */
export const isStreet = (text: string) => street.test(text);
/** Whether a folded text is a floor, a suite, a box. */
export const isUnit = (text: string) => unit.test(text);
/** Whether a folded text is a country's name. */
export const isCountry = (text: string) => country.test(text);
export const isFreeMail = (domain: string) => freeMail.test(domain);
export const isSocial = (address: string) => social.test(address);
