// Whoever calls a public function reads what it answers above it, not in its body.
import { expect, it } from 'vitest';
import { sources, text } from './sources';

it('every exported function and class of the add-on and the function says what it answers', () => {
  const silent = sources
    .filter((file) => /^(src|functions)\//.test(file))
    .flatMap((file) =>
      [...text(file).matchAll(/(.*)\nexport (?:async )?(?:function|class)\s+([\w$]+)/g)]
        .filter(([, above = '']) => !above.endsWith('*/'))
        .map(([, , name]) => `${file}: ${name}`),
    );
  expect(silent).toEqual([]);
});
