// Who acts in this browser window: two windows are two people. The address says it (so it can be bookmarked), the
// window's own storage keeps it.

const key = 'rowbook.user';

/** The person this window was opened as, or null. */
export function rememberedUser(): string | null {
  return new URLSearchParams(location.search).get('user') ?? sessionStorage.getItem(key);
}

export function rememberUser(email: string): void {
  sessionStorage.setItem(key, email);
  const address = new URL(location.href);
  address.searchParams.set('user', email);
  history.replaceState(null, '', address);
}

/** Title of the tab in the address (`#tab=Deals`), or null. */
export function rememberedTab(): string | null {
  return new URLSearchParams(location.hash.slice(1)).get('tab');
}

export function rememberTab(title: string): void {
  history.replaceState(null, '', `#${new URLSearchParams({ tab: title })}`);
}
