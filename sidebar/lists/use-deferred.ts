// A value that follows when the page has had time to show what was typed.
import { useEffect, useState } from 'preact/hooks';

/** Long enough to type the next letter. */
const restMs = 120;

export function useDeferred<T>(value: T): T {
  const [late, setLate] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLate(() => value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return late;
}
