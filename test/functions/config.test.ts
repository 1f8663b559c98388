import { describe, expect, it } from 'vitest';
import { readConfig } from '../../functions/config';

const audience = 'script.apps.googleusercontent.com';

describe('the environment', () => {
  it('listens to everybody in a container, and to this machine beside the stand-in', () => {
    expect(readConfig({ ROWBOOK_AUDIENCE: audience })).toMatchObject({
      hostname: '0.0.0.0',
      port: 8080,
      workbooks: null,
    });
    const local = { ROWBOOK_AUDIENCE: audience, ROWBOOK_CERTS_URL: 'http://127.0.0.1:1/', ROWBOOK_WORKBOOKS: '' };
    expect(readConfig(local)).toMatchObject({ hostname: '127.0.0.1', workbooks: null });
    expect(readConfig({ ...local, HOST: '::1' }).hostname).toBe('::1');
  });

  it('lists workbooks by comma', () => {
    const { workbooks } = readConfig({ ROWBOOK_AUDIENCE: audience, ROWBOOK_WORKBOOKS: ' a, b ,,' });
    expect([...(workbooks ?? [])]).toEqual(['a', 'b']);
  });

  it.each([
    [{}, /ROWBOOK_AUDIENCE/],
    [{ ROWBOOK_AUDIENCE: ' ' }, /ROWBOOK_AUDIENCE/],
    [{ ROWBOOK_AUDIENCE: audience, PORT: 'abc' }, /PORT/],
    [{ ROWBOOK_AUDIENCE: audience, ROWBOOK_LINK_KEY: 'short' }, /ROWBOOK_LINK_KEY/],
    [{ ROWBOOK_AUDIENCE: audience, ROWBOOK_PUBLIC_URL: 'rowbook.example' }, /ROWBOOK_PUBLIC_URL/],
    [{ ROWBOOK_AUDIENCE: audience, ROWBOOK_PUBLIC_URL: 'javascript:alert(1)' }, /ROWBOOK_PUBLIC_URL/],
  ])('%j is refused by name', (env, named) => {
    expect(() => readConfig(env)).toThrow(named);
  });
});
