// Signed addresses of the report page, for a browser that has no identity token. Good for minutes, for one workbook, and
// never for more than the person who made it asked for.
import type { ReportFilters } from '../src/domain/reports';
import { RequestProblem } from './problem';

export interface LinkScope {
  readonly workbook: string;
  /** Who made it, as in Team: looked up again each time the page is opened. */
  readonly email: string;
  /** Filters that whoever opens it cannot undo. */
  readonly filters: ReportFilters;
}

export interface Links {
  sign(scope: LinkScope): Promise<{ token: string; expires: Date }>;
  /** Throws a 404 for anything but a good token: whoever guesses learns nothing. */
  verify(token: string): Promise<LinkScope>;
}

const minutes = 10;
const issuer = 'rowbook';
const audience = 'rowbook-report';

/** Links signed with this key (at least 32 characters). `now`: milliseconds since 1970. */
export function pageLinks(key: string, now: () => number = Date.now): Links {
  if (key.length < 32) throw new Error('ROWBOOK_LINK_KEY is too short: it needs at least 32 characters.');
  const secret = new TextEncoder().encode(key);
  return {
    async sign({ workbook, email, filters }) {
      const { SignJWT } = await import('jose');
      const expires = new Date(Math.floor(now() / 1000) * 1000 + minutes * 60_000);
      const token = await new SignJWT({ workbook, email, filters })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setExpirationTime(expires)
        .sign(secret);
      return { token, expires };
    },
    async verify(token) {
      const { jwtVerify } = await import('jose');
      const gone = () =>
        new RequestProblem(
          404,
          'link-expired',
          'This link is not valid any more. Open the report from the Rowbook menu.',
        );
      const expected = { issuer, audience, algorithms: ['HS256'], currentDate: new Date(now()) };
      const { payload } = await jwtVerify(token, secret, expected).catch(() => {
        throw gone();
      });
      const { workbook, email, filters } = payload;
      if (typeof workbook !== 'string' || typeof email !== 'string' || typeof filters !== 'object') throw gone();
      return { workbook, email, filters: filters as ReportFilters };
    },
  };
}
