// `/mobile`: the add-on's web app as a signed-in person opens it. `?user=EMAIL` says who that is; all else is the link's.
import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { people } from './book';
import type { LocalDeps } from './deps';
import { ownHosts } from './guard';
import { pagePolicy } from './page-files';

interface WebPage {
  kind: 'html';
  title: string;
  html: string;
  meta: { name: string; content: string }[];
}

export function mobile({ port, engine, runtime, frames }: LocalDeps): Hono {
  const origins = ownHosts(port).map((host) => `http://${host}`);
  const app = new Hono();

  app.get('/mobile', async (context) => {
    const address = new URL(context.req.url).searchParams;
    const user = address.get('user') ?? people(engine)[0]?.email ?? engine.info.owner;
    address.delete('user');
    const { result, error } = await runtime.run({
      function: 'doGet',
      args: [webEvent(address)],
      user,
      source: 'webApp',
    });
    const page = result as WebPage | null | undefined;
    if (page?.kind !== 'html') throw new Error(error?.message ?? 'The script did not answer with a page.');
    context.header('Content-Security-Policy', pagePolicy(origins));
    return context.html(around(page, frames.keep(page.html), user));
  });
  return app;
}

/** The event object of a GET, of several values of a name the first (guides/web, "Request parameters"). */
function webEvent(address: URLSearchParams): object {
  const names = [...new Set(address.keys())];
  return {
    queryString: address.toString(),
    parameter: Object.fromEntries(names.map((name) => [name, address.get(name)])),
    parameters: Object.fromEntries(names.map((name) => [name, address.getAll(name)])),
    contextPath: '',
    contentLength: -1,
  };
}

function around({ title, meta }: WebPage, frame: string, user: string) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${meta.map(({ name, content }) => html`<meta name="${name}" content="${content}">`)}
<title>${title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style>${raw('html, body, #app { height: 100%; margin: 0 } iframe { display: block; width: 100%; height: 100%; border: 0 }')}</style>
</head>
<body>
<div id="app" data-frame="${frame}" data-user="${user}"></div>
<script src="/mobile.js"></script>
</body>
</html>`;
}
