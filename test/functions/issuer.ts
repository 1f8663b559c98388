// A token issuer with a real key endpoint, as the stand-in and Google have one.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export const audience = 'rowbook-test.apps.googleusercontent.com';

export interface Issuer {
  readonly certsUrl: string;
  readonly publicPem: string;
  readonly privateKey: CryptoKey;
  /** How often the keys were fetched. */
  fetched(): number;
  /** A good token of this person, changed as given. */
  token(email: string, changes?: TokenChanges): Promise<string>;
  close(): void;
}

export interface TokenChanges {
  claims?: JWTPayload;
  header?: { kid?: string };
  key?: CryptoKey;
}

export async function openIssuer(): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const publicPem = await exportSPKI(publicKey);
  let fetched = 0;
  const server = createServer((_, response) => {
    fetched += 1;
    response.setHeader('content-type', 'application/json');
    response.setHeader('cache-control', 'public, max-age=600');
    response.end(JSON.stringify({ 'key-1': publicPem }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const now = Math.floor(Date.now() / 1000);
  return {
    certsUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/certs`,
    publicPem,
    privateKey,
    fetched: () => fetched,
    token: (email, { claims = {}, header = {}, key = privateKey } = {}) =>
      new SignJWT({
        iss: 'https://accounts.google.com',
        aud: audience,
        sub: '1',
        email,
        email_verified: true,
        iat: now,
        exp: now + 3600,
        ...claims,
      })
        .setProtectedHeader({ alg: 'RS256', kid: 'key-1', ...header })
        .sign(key),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
