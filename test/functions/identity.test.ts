// Who may ask: tokens really signed, keys really fetched over HTTP.
import { createHmac } from 'node:crypto';
import { generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokenVerifier } from '../../functions/identity';
import { appUnderTest } from './app-under-test';
import { type FakeWorkbook, fakeWorkbook, schemaTab } from './fake-sheets';
import { audience, type Issuer, openIssuer } from './issuer';

let issuer: Issuer;
beforeAll(async () => {
  issuer = await openIssuer();
});
afterAll(() => issuer.close());

const workbook: FakeWorkbook = fakeWorkbook([schemaTab('deals', [{ id: 'D-1', name: 'Secret deal', stage: 'Lead' }])]);
const path = '/v1/workbooks/w1/reports/pipeline';

async function ask(authorization: string | undefined, certsUrl = issuer.certsUrl) {
  const app = appUnderTest(workbook, { verify: tokenVerifier({ audience, certsUrl }) });
  const response = await app.ask(path, authorization === undefined ? {} : { headers: { authorization } });
  return { app, response, text: await response.text() };
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = (email: string) => {
  const now = Math.floor(Date.now() / 1000);
  return { iss: 'https://accounts.google.com', aud: audience, email, email_verified: true, iat: now, exp: now + 3600 };
};

describe('a caller', () => {
  it('with a good token of a member gets in', async () => {
    const { response } = await ask(`Bearer ${await issuer.token('ada@rowbook.example')}`);
    expect(response.status).toBe(200);
  });

  it('is found in Team without regard to case', async () => {
    const { response } = await ask(`bearer ${await issuer.token('BO@rowbook.EXAMPLE')}`);
    expect(response.status).toBe(200);
  });

  it.each([
    ['a stranger', 'eve@rowbook.example', 'not-in-team'],
    ['somebody switched off', 'gone@rowbook.example', 'not-active'],
  ])('who is %s gets 403 and nothing of the workbook', async (_, email, code) => {
    const { response, text } = await ask(`Bearer ${await issuer.token(email)}`);
    expect(response.status).toBe(403);
    expect(JSON.parse(text).code).toBe(code);
    expect(text).not.toMatch(/Secret|Our pipeline|Ada/);
  });

  const bad: [string, () => Promise<string | undefined> | string | undefined][] = [
    ['no token', () => undefined],
    ['an empty token', () => 'Bearer '],
    ['another scheme', async () => `Basic ${await issuer.token('ada@rowbook.example')}`],
    ['no JWT', () => 'Bearer abc'],
    ['three meaningless parts', () => 'Bearer a.b.c'],
    [
      'a wrong audience',
      async () => `Bearer ${await issuer.token('ada@rowbook.example', { claims: { aud: 'other' } })}`,
    ],
    [
      'no audience',
      async () => {
        const { aud: _, ...rest } = claims('ada@rowbook.example');
        const { SignJWT } = await import('jose');
        const header = { alg: 'RS256', kid: 'key-1' };
        return `Bearer ${await new SignJWT(rest).setProtectedHeader(header).sign(issuer.privateKey)}`;
      },
    ],
    [
      'another issuer',
      async () => `Bearer ${await issuer.token('ada@rowbook.example', { claims: { iss: 'https://evil' } })}`,
    ],
    [
      'an expiry a minute ago',
      async () => {
        const now = Math.floor(Date.now() / 1000);
        return `Bearer ${await issuer.token('ada@rowbook.example', { claims: { iat: now - 3660, exp: now - 60 } })}`;
      },
    ],
    [
      'an expiry next week',
      async () => {
        const exp = Math.floor(Date.now() / 1000) + 7 * 86_400;
        return `Bearer ${await issuer.token('ada@rowbook.example', { claims: { exp } })}`;
      },
    ],
    [
      'a signature by another key',
      async () => {
        const { privateKey: key } = await generateKeyPair('RS256');
        return `Bearer ${await issuer.token('ada@rowbook.example', { key })}`;
      },
    ],
    [
      'an unknown key id',
      async () => `Bearer ${await issuer.token('ada@rowbook.example', { header: { kid: 'key-2' } })}`,
    ],
    [
      'a key id from Object.prototype',
      async () => `Bearer ${await issuer.token('a@b.example', { header: { kid: 'constructor' } })}`,
    ],
    ['algorithm none', () => `Bearer ${part({ alg: 'none', kid: 'key-1' })}.${part(claims('ada@rowbook.example'))}.`],
    [
      'algorithm none and a borrowed signature',
      async () => {
        const signature = (await issuer.token('ada@rowbook.example')).split('.')[2];
        return `Bearer ${part({ alg: 'none', kid: 'key-1' })}.${part(claims('ada@rowbook.example'))}.${signature}`;
      },
    ],
    [
      'HS256 with the public key as secret',
      () => {
        const signed = `${part({ alg: 'HS256', kid: 'key-1' })}.${part(claims('ada@rowbook.example'))}`;
        return `Bearer ${signed}.${createHmac('sha256', issuer.publicPem).update(signed).digest('base64url')}`;
      },
    ],
    [
      'changed claims',
      async () => {
        const [header, , signature] = (await issuer.token('eve@rowbook.example')).split('.');
        return `Bearer ${header}.${part(claims('ada@rowbook.example'))}.${signature}`;
      },
    ],
    [
      'an unverified email',
      async () => `Bearer ${await issuer.token('ada@rowbook.example', { claims: { email_verified: false } })}`,
    ],
    ['no email', async () => `Bearer ${await issuer.token('', {})}`],
  ];

  it.each(bad)('with %s gets 401 and nothing of the workbook, which is not even read', async (_, make) => {
    const { app, response, text } = await ask(await make());
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(text).not.toMatch(/Secret|Our pipeline|Ada/);
    expect(app.asked).toEqual({ properties: 0, marks: 0, cells: [] });
    expect(app.logged.join('\n')).not.toContain('ey');
  });
});

describe('the keys', () => {
  it('are fetched once for as long as their server says', async () => {
    const verify = tokenVerifier({ audience, certsUrl: issuer.certsUrl });
    const before = issuer.fetched();
    for (let time = 0; time < 3; time++) await verify(await issuer.token('ada@rowbook.example'));
    expect(issuer.fetched() - before).toBe(1);
  });

  it('that cannot be fetched are no fault of the caller', async () => {
    const { response, text } = await ask(`Bearer ${await issuer.token('ada@rowbook.example')}`, 'http://127.0.0.1:9/');
    expect(response.status).toBe(503);
    expect(JSON.parse(text).code).toBe('keys-unreachable');
  });

  it('need an audience, or a token made for another program would do', () => {
    expect(() => tokenVerifier({ audience: '' })).toThrow(/audience/);
  });
});
