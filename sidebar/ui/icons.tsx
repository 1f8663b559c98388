// Rowbook's own icons: 16 × 16 line drawings in the colour of the text. They never carry meaning alone, so readers skip them.

const paths = {
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM14 14l-3.4-3.4',
  back: 'M10 3 5 8l5 5',
  forward: 'M6 3l5 5-5 5',
  up: 'M3 10l5-5 5 5',
  down: 'M3 6l5 5 5-5',
  plus: 'M8 3v10M3 8h10',
  check: 'M3 8.5 6.5 12 13 4.5',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.8V8l2.2 1.6',
  phone:
    'M3 2.5h2.4l1.2 3-1.6 1.1a8 8 0 0 0 4.4 4.4l1.1-1.6 3 1.2V13a1 1 0 0 1-1 1A10.6 10.6 0 0 1 2 3.500a1 1 0 0 1 1-1Z',
  mail: 'M2 3.5h12v9H2zM2 4l6 5 6-5',
  message: 'M2 3h12v8H7l-3 2.8V11H2z',
  calendar: 'M2.5 3.500h11v10h-11zM2.5 6.500h11M5.5 2v3M10.5 2v3',
  pin: 'M8 14s4.5-4.3 4.5-7.500a4.5 4.5 0 0 0-9 0C3.5 9.7 8 14 8 14ZM8 8a1.6 1.6 0 1 0 0-3.200A1.6 1.6 0 0 0 8 8Z',
  note: 'M3 2h7l3 3v9H3zM5.5 7.500h5M5.5 10.500h5',
  person: 'M8 7.500a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.400ZM2.8 14c.4-2.8 2.5-4.3 5.2-4.300s4.8 1.5 5.2 4.3',
  building: 'M3 14V2.500h7V14M10 6h3v8M1.5 14h13M5.3 5.200h2.400M5.3 8h2.400M5.3 10.800h2.4',
  deal: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM10 6c-.4-.8-1.1-1.1-2-1.1-1.2 0-2 .6-2 1.5 0 2.2 4.1 1 4.1 3.2 0 .9-.9 1.5-2.1 1.5-1 0-1.8-.4-2.2-1.200M8 3.800v1.100M8 11.100v1.1',
  task: 'M2.5 2.500h11v11h-11zM5.2 8.2 7.2 10.2 11 6',
  ticket: 'M2 4h12v2.800a1.3 1.3 0 0 0 0 2.400V12H2V9.200a1.3 1.3 0 0 0 0-2.400z',
  product: 'M8 1.8 13.5 4.600v6.800L8 14.2 2.5 11.400V4.600zM2.5 4.6 8 7.500l5.5-2.900M8 7.500v6.7',
  edit: 'M3 13l.6-2.800L11 2.8 13.2 5 5.8 12.400z',
  trash: 'M2.5 4.500h11M6 4.500V2.500h4v2M4 4.500l.6 9h6.800l.6-9M6.7 7v4M9.3 7v4',
  close: 'M3.5 3.500l9 9M12.5 3.500l-9 9',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  alert: 'M8 2 14.5 13.500h-13zM8 6.500v3.200M8 11.700h.01',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.300v3.500M8 5.200h.01',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.600L13 6M13 2.500V6H9.5',
  external: 'M6 3H3v10h10v-3M9 3h4v4M13 3 7.5 8.5',
  upload: 'M8 10.500V2.500M4.8 5.5 8 2.300l3.2 3.200M2.5 10v3.500h11V10',
  chart: 'M2.5 13.500h11M4.5 11V7.500M8 11V3M11.5 11V5.5',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6h6.700a4 4 0 0 1 0 8H6.5',
  link: 'M6.7 9.300a3 3 0 0 0 4.3 0l2-2A3 3 0 0 0 8.7 3l-.8.8M9.3 6.700a3 3 0 0 0-4.3 0l-2 2A3 3 0 0 0 7.3 13l.8-.8',
  stage: 'M2 4h8l3.5 4L10 12H2l3-4z',
  lock: 'M3.5 7h9v6.500h-9zM5.5 7V4.800a2.5 2.5 0 0 1 5 0V7',
  dot: 'M8 8h.01',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
