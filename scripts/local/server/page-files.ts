// The page's own files, and the add-on's panels on the server's other name.
import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { inProject } from '../../build/files';
import { type Frames, framePolicy } from './frames';
import { ownHosts } from './guard';

const files: { [path: string]: string } = {
  '/app.js': 'text/javascript; charset=utf-8',
  '/app.css': 'text/css; charset=utf-8',
  '/mobile.js': 'text/javascript; charset=utf-8',
};

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1f6f5b"/><path d="M9 8h14v16H9z" fill="#fff"/><path d="M9 13h14M9 18.5h14M14 13v11" stroke="#1f6f5b" stroke-width="1.6"/></svg>`;

export function pageFiles({ port, frames }: { port: number; frames: Frames }): Hono {
  const origins = ownHosts(port).map((host) => `http://${host}`);
  const app = new Hono();

  app.get('/', (context) => {
    context.header('Content-Security-Policy', pagePolicy(origins));
    return context.html(html);
  });

  for (const [path, type] of Object.entries(files)) {
    app.get(path, async (context) =>
      context.body(await readFile(inProject(`dist/local/page${path}`)), 200, { 'Content-Type': type }),
    );
  }

  app.get('/icon.svg', (context) => context.body(icon, 200, { 'Content-Type': 'image/svg+xml' }));

  app.get('/local/frame/:id', async (context) => {
    const page = await frames.page(context.req.param('id'));
    if (page === null) return context.text('This panel is no longer open. Open it again from the menu.', 404);
    context.header('Content-Security-Policy', framePolicy(origins));
    return context.html(page);
  });
  return app;
}

/** A page of the stand-in's own: its files and the add-on's frames, and nothing from elsewhere. */
export function pagePolicy(origins: readonly string[]): string {
  return [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `frame-src ${origins.join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rowbook</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/app.css">
</head>
<body>
<div id="app"></div>
<noscript>This page needs JavaScript: it is a spreadsheet.</noscript>
<script src="/app.js" defer></script>
</body>
</html>
`;
