// The bar on top of every screen but home: the way back, where one is, what else can be done, and a new record from anywhere.
import type { ComponentChildren } from 'preact';
import { mayWrite, useApp } from '../app/app';
import { IconButton } from '../ui/button';
import * as words from '../words';

export function Bar({ title, children }: { title: string; children?: ComponentChildren }) {
  const app = useApp();
  return (
    <div class="bar">
      <IconButton icon="back" label={words.back} onClick={app.back} />
      <span class="title">{title}</span>
      {children}
      <QuickAdd />
    </div>
  );
}

/** The way to a new record with the fewest fields, from every screen that is no form itself. */
export function QuickAdd() {
  const app = useApp();
  if (!mayWrite(app.start) || app.screen().kind === 'form') return null;
  return (
    <IconButton
      icon="plus"
      label={words.quickAdd}
      onClick={() => app.go({ kind: 'form', tab: 'contacts', quick: true })}
    />
  );
}
