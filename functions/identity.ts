// Who asks: verifies the Google identity token of the add-on's user. What they may do stands in access.ts.
import { RequestProblem } from './problem';

export interface Caller {
  /** Lower case. Verified by the issuer. */
  readonly email: string;
}

/** Answers whose token it is; throws a 401 that tells nothing but that the token is not good, 503 when keys cannot be had. */
export interface VerifyToken {
  (token: string): Promise<Caller>;
  /** Resolves when the keys are there; throws a 503 when they cannot be had. */
  ready(): Promise<void>;
}

export interface IdentityOptions {
  /** The OAuth client id of the add-on's script. A token made for any other program is refused. */
  readonly audience: string;
  /** Where the public keys are; Google's when left out. Only the local stand-in sets it. */
  readonly certsUrl?: string;
}

/** How far past its expiry a token is still good, for clocks that differ. The library itself allows five minutes. */
const leewaySeconds = 5;
const keyFetchMs = 5_000;

/** Verifies tokens with google-auth-library, which keeps the keys for as long as the key server says. */
export function tokenVerifier({ audience, certsUrl }: IdentityOptions): VerifyToken {
  if (audience === '') throw new Error('No audience is set: without one, a token made for another program would do.');
  let client: Promise<InstanceType<typeof import('google-auth-library')['OAuth2Client']>> | undefined;
  const load = async () => {
    const { OAuth2Client } = await import('google-auth-library');
    return new OAuth2Client(certsUrl ? { endpoints: { oauth2FederatedSignonPemCertsUrl: certsUrl } } : {});
  };

  const withKeys = async () => {
    client ??= load();
    const verifier = await client;
    await keysOf(verifier);
    return verifier;
  };

  const verify = async (token: string): Promise<Caller> => {
    const verifier = await withKeys();
    const payload = await verifier
      .verifyIdToken({ idToken: token, audience })
      .then((ticket) => ticket.getPayload())
      // Its messages quote the token, so none of them goes any further.
      .catch(() => undefined);
    const good =
      payload?.email !== undefined &&
      payload.email !== '' &&
      payload.email_verified === true &&
      payload.exp > Date.now() / 1000 - leewaySeconds;
    if (!good) throw new RequestProblem(401, 'bad-token', 'The identity token is not valid. Sign in again.');
    return { email: payload.email?.toLowerCase() ?? '' };
  };
  return Object.assign(verify, { ready: async () => void (await withKeys()) });
}

/** Fetches the keys first (kept afterwards): a key server that is down is not the caller's fault. */
async function keysOf(verifier: { getFederatedSignonCertsAsync(): Promise<unknown> }): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The key server did not answer.')), keyFetchMs);
  });
  try {
    await Promise.race([verifier.getFederatedSignonCertsAsync(), late]);
  } catch (cause) {
    throw new RequestProblem(
      503,
      'keys-unreachable',
      'The keys that identity tokens are checked with cannot be fetched.',
      {
        retryAfter: 5,
        cause,
      },
    );
  } finally {
    clearTimeout(timer);
  }
}

/** The token of an `Authorization: Bearer …` header; throws a 401 when there is none. */
export function bearerToken(header: string | undefined): string {
  const token = /^Bearer +([\w.~+/-]+=*) *$/i.exec(header ?? '')?.[1];
  if (!token) throw new RequestProblem(401, 'no-token', 'Send an identity token: Authorization: Bearer …');
  return token;
}
