// What domain needs from the world and gets passed in: zone rules. Only the hosts know a clock.

/**
 * Zone rules. On Google `Utilities.formatDate`, elsewhere Intl; never computed by hand.
 * `pattern` is a Java SimpleDateFormat pattern, in practice `yyyy-MM-dd`, `HH:mm`, `yyyy-MM-dd'T'HH:mm`, `H` and `u` (Mon=1..Sun=7).
 */
export type FormatInZone = (epochMs: number, timeZone: string, pattern: string) => string;
