// A row of choices of which one holds: what a list shows.

export function Filters<T extends string | null>(props: {
  label: string;
  options: readonly { readonly value: T; readonly label: string }[];
  value: T;
  onValue: (value: T) => void;
}) {
  return (
    <fieldset class="scroller" aria-label={props.label}>
      {props.options.map(({ value, label }) => (
        <button
          key={label}
          type="button"
          class="filter"
          aria-pressed={value === props.value}
          onClick={() => props.onValue(value)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
