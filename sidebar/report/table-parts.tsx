// Parts that the report's tables share: the frame with its heading, numbers, and a bar behind a number.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface Column {
  label: string;
  number?: boolean;
  /** Holds bars: only for the eye, and left out on a narrow screen. */
  bar?: boolean;
}

export function ReportTable(props: {
  title: string;
  hint?: string;
  columns: readonly Column[];
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <div class="stack tight">
      <h2 id={id}>{props.title}</h2>
      {props.hint && <p class="hint">{props.hint}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that may scroll sideways must be reachable by keyboard */}
      <section class="table-frame" tabIndex={0} aria-labelledby={id}>
        <table>
          <thead>
            <tr>
              {props.columns.map((column) => (
                <th key={column.label} scope="col" class={column.number ? 'number' : column.bar ? 'bar-cell' : ''}>
                  {column.bar ? <span class="unseen">{column.label}</span> : column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{props.children}</tbody>
        </table>
      </section>
    </div>
  );
}

/** A bar for the eye; the number stands beside it. `share` is 0..1 of the longest one. */
export function Bar({ share, tone = '' }: { share: number; tone?: string }) {
  return (
    <span class="bar-track" aria-hidden="true">
      <span class={`bar-fill ${tone}`} style={{ width: `${Math.max(share > 0 ? 1 : 0, share * 100)}%` }} />
    </span>
  );
}
