// Line icons of the page, drawn for 20 px.
import type { ComponentChildren } from 'preact';

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const icons = {
  undo: (
    <Icon>
      <path d="M7 5 3.5 8.5 7 12M4 8.500h8a4 4 0 0 1 0 8H8" />
    </Icon>
  ),
  redo: (
    <Icon>
      <path d="m13 5 3.5 3.500L13 12M16 8.500H8a4 4 0 0 0 0 8h4" />
    </Icon>
  ),
  clock: (
    <Icon>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 6v4l2.5 2" />
    </Icon>
  ),
  mail: (
    <Icon>
      <rect x="3" y="4.5" width="14" height="11" rx="2" />
      <path d="m4 6.5 6 4.5 6-4.5" />
    </Icon>
  ),
  runs: (
    <Icon>
      <path d="M3 10h3l2-5 4 10 2-5h3" />
    </Icon>
  ),
  close: (
    <Icon>
      <path d="m5.5 5.5 9 9M14.5 5.500l-9 9" />
    </Icon>
  ),
  plus: (
    <Icon>
      <path d="M10 4.500v11M4.5 10h11" />
    </Icon>
  ),
  list: (
    <Icon>
      <path d="M4 6h12M4 10h12M4 14h12" />
    </Icon>
  ),
  down: (
    <Icon>
      <path d="m6 8 4 4 4-4" />
    </Icon>
  ),
  back: (
    <Icon>
      <path d="m11.5 5-5 5 5 5" />
    </Icon>
  ),
};
