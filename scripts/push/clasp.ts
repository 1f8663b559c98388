// What clasp needs and says, in words for the person at the terminal.

/** What to do about clasp's own words, where they do not say it; null when they do. */
export function adviceFor(said: string): string | null {
  return said.includes('No credentials found')
    ? 'Nothing was pushed: clasp is not logged in on this machine. Run npx clasp login, with the Google account that may edit the script, and push again.'
    : null;
}

/** The JSON in a project file; null when it is none. */
export function readJson(text: string): { scriptId?: string; rootDir?: string } | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
