// Days of the week, each to be ticked. What else a person typed into the cell stays.
import * as words from '../words';

/** As they stand in the cell. */
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const labelOf = new Intl.DateTimeFormat(words.language, { weekday: 'short', timeZone: 'UTC' });
/** A Monday. */
const firstDay = Date.UTC(2026, 10, 23);

export function DaysInput(props: { chosen: readonly string[]; onChosen: (chosen: readonly string[]) => void }) {
  const { chosen, onChosen } = props;
  const isDay = (day: string) => (one: string) => one.trim().slice(0, 3).toLowerCase() === day.toLowerCase();
  return (
    <div class="choice-buttons">
      {days.map((day, at) => (
        <label key={day}>
          <input
            type="checkbox"
            checked={chosen.some(isDay(day))}
            onChange={(event) => {
              const others = chosen.filter((one) => !isDay(day)(one));
              const next = event.currentTarget.checked ? [...others, day] : others;
              onChosen(
                [...next].sort(
                  (one, other) => days.findIndex((at) => isDay(at)(one)) - days.findIndex((at) => isDay(at)(other)),
                ),
              );
            }}
          />
          {labelOf.format(firstDay + at * 86_400_000)}
        </label>
      ))}
    </div>
  );
}
