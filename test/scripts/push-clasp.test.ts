// What `npm run push` says where clasp itself is short of words.
import { describe, expect, it } from 'vitest';
import { adviceFor, readJson } from '../../scripts/push/clasp';

describe('a push', () => {
  it('without a login says how to log in', () => {
    expect(adviceFor('No credentials found.\n')).toMatch(/npx clasp login/);
    expect(adviceFor('Project contents must include a manifest file.')).toBeNull();
  });

  it.each(['{scriptId: x}', ''])('with a project file that is no JSON (%s) is no stack of calls', (text) => {
    expect(readJson(text)).toBeNull();
    expect(readJson('{"scriptId":"x"}')).toEqual({ scriptId: 'x' });
  });
});
