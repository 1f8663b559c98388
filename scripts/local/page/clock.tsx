// The stand-in's clock: shown in the workbook's zone, and movable, because reminders wait for days that tests cannot.
import { useState } from 'preact/hooks';
import { useEscape } from './escape';
import { instantOf, wallClock, wallInput } from './format';
import { icons } from './icons';
import { below, Popup } from './popup';

interface ClockProps {
  now: string;
  timeZone: string;
  move: (to: { now: string } | { advanceMs: number }) => void;
}

const hourMs = 3_600_000;

export function ClockButton({ now, timeZone, move }: ClockProps) {
  const [at, setAt] = useState<{ x: number; y: number } | null>(null);
  const [picking, setPicking] = useState(false);
  const tomorrow = () => {
    const today = wallInput(now, timeZone).slice(0, 10);
    const day = new Date(Date.parse(`${today}T00:00Z`) + 24 * hourMs).toISOString().slice(0, 10);
    move({ now: instantOf(`${day}T09:00`, timeZone) });
  };
  return (
    <>
      <button
        type="button"
        class="tool clock"
        aria-haspopup="menu"
        title={`The stand-in’s time, ${timeZone}`}
        aria-label={`Clock: ${wallClock(now, timeZone)}. Move it`}
        data-testid="clock"
        data-now={now}
        onClick={(event) => setAt(below(event))}
      >
        {icons.clock}
        <time dateTime={now}>{wallClock(now, timeZone)}</time>
      </button>
      {at && !picking && (
        <Popup
          label="Move the clock"
          at={at}
          close={() => setAt(null)}
          choices={[
            { caption: 'One hour on', act: () => move({ advanceMs: hourMs }) },
            { caption: 'Tomorrow, 09:00', act: tomorrow },
            { caption: 'One week on', act: () => move({ advanceMs: 7 * 24 * hourMs }) },
            { caption: 'Pick a time…', act: () => setPicking(true) },
          ]}
        />
      )}
      {picking && (
        <PickTime
          value={wallInput(now, timeZone)}
          timeZone={timeZone}
          close={() => setPicking(false)}
          set={(wall) => move({ now: instantOf(wall, timeZone) })}
        />
      )}
    </>
  );
}

function PickTime(props: { value: string; timeZone: string; close: () => void; set: (wall: string) => void }) {
  const [value, setValue] = useState(props.value);
  useEscape(props.close);
  return (
    <div class="backdrop">
      <form
        class="dialog small"
        role="dialog"
        aria-modal="true"
        aria-label="Move the clock"
        onSubmit={(event) => {
          event.preventDefault();
          props.close();
          props.set(value);
        }}
      >
        <h2>Move the clock</h2>
        <label>
          Date and time ({props.timeZone})
          <input
            type="datetime-local"
            value={value}
            required
            onInput={(event) => setValue(event.currentTarget.value)}
          />
        </label>
        <p class="hint">Time triggers that fall due on the way run one after the other.</p>
        <div class="buttons">
          <button type="button" onClick={props.close}>
            Cancel
          </button>
          <button type="submit" class="primary">
            Move
          </button>
        </div>
      </form>
    </div>
  );
}
