// The frame of every page: one document without script, its style inline.
import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import { style } from './style';

/** A whole HTML document. Text is escaped by the renderer; only the constant style sheet goes in as it is. */
export function page(title: string, content: ComponentChildren): string {
  const document = (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        {/* A constant of this program, let through as it is: escaped, it would not match its hash. */}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main>{content}</main>
      </body>
    </html>
  );
  return `<!doctype html>${render(document)}`;
}
