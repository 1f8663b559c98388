// The bar on top of every screen but home: the way back, where one is, what else can be done.
import type { ComponentChildren } from 'preact';
import { useApp } from '../app/app';
import { IconButton } from '../ui/button';

export function Bar({ title, children }: { title: string; children?: ComponentChildren }) {
  const app = useApp();
  return (
    <div class="bar">
      <IconButton icon="back" label="Back" onClick={app.back} />
      <span class="title">{title}</span>
      {children}
    </div>
  );
}
