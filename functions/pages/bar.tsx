// A horizontal bar beside its number, as SVG: it grows with its table cell and needs no style of its own.

/** One bar; `share` is 0..1 of the full length. Decoration only: the number stands beside it. */
export function Bar({ share, tone = 'fill' }: { share: number; tone?: string }) {
  return (
    <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" width="100" height="1" />
      <rect class={tone} width={100 * Math.min(1, Math.max(0, share))} height="1" />
    </svg>
  );
}

/** Two parts of a whole. */
export function Split({ first, second }: { first: number; second: number }) {
  const share = first + second === 0 ? 0 : (100 * first) / (first + second);
  return (
    <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" width="100" height="1" />
      {first + second > 0 && (
        <>
          <rect class="fill-won" width={share} height="1" />
          <rect class="fill-lost" x={share} width={100 - share} height="1" />
        </>
      )}
    </svg>
  );
}
