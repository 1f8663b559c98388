// The local issuer: identity tokens as Google would make them for the add-on's user, signed with a key of this workbook.
import { exportPKCS8, exportSPKI, generateKeyPair, importPKCS8, importSPKI, jwtVerify, SignJWT } from 'jose';
import type { DurableMap } from '../engine/types';

export const issuer = 'https://accounts.google.com';
export const audience = 'rowbook-local.apps.googleusercontent.com';
const algorithm = 'RS256';
const lifetimeSeconds = 3600;

export interface Identity {
  /** A token that says who `user` is, good for one hour of the stand-in's time. */
  token(user: string): Promise<string>;
  /** Public keys by key id, in the shape of Google's certificate endpoint. */
  certs(): { [kid: string]: string };
  /** The email in a token of this issuer, or null when it is none. */
  verify(token: string): Promise<string | null>;
}

/**
 * Opens the issuer of a workbook; its key is made once and kept beside the workbook, so tokens outlive a restart. `now`
 * is the stand-in's clock, in milliseconds since 1970.
 */
export async function openIdentity(store: DurableMap, now: () => number): Promise<Identity> {
  if (store.get('privateKey') === null) await makeKey(store);
  const kid = store.get('kid') ?? '';
  const publicPem = store.get('publicKey') ?? '';
  const privateKey = await importPKCS8(store.get('privateKey') ?? '', algorithm);
  const publicKey = await importSPKI(publicPem, algorithm);
  return {
    token: (user) => {
      const issued = Math.floor(now() / 1000);
      return new SignJWT({ email: user, email_verified: true, azp: audience })
        .setProtectedHeader({ alg: algorithm, kid, typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(user)
        .setIssuedAt(issued)
        .setExpirationTime(issued + lifetimeSeconds)
        .sign(privateKey);
    },
    certs: () => ({ [kid]: publicPem }),
    verify: async (token) => {
      try {
        const expected = { issuer, audience, algorithms: [algorithm], currentDate: new Date(now()) };
        const { payload } = await jwtVerify(token, publicKey, expected);
        return typeof payload.email === 'string' ? payload.email : null;
      } catch {
        return null;
      }
    },
  };
}

async function makeKey(store: DurableMap): Promise<void> {
  const pair = await generateKeyPair(algorithm, { extractable: true });
  store.set('kid', crypto.randomUUID());
  store.set('publicKey', await exportSPKI(pair.publicKey));
  // Last, because its presence says that the other two are there.
  store.set('privateKey', await exportPKCS8(pair.privateKey));
}
