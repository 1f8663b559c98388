// What a person sees in a browser when a page link cannot be opened.
import type { RequestProblem } from '../problem';
import { page } from './document';

/** The problem as a page, with its status. */
export function problemPage(problem: RequestProblem): Response {
  const html = page(
    'Rowbook',
    <header class="head">
      <p class="over">Rowbook</p>
      <h1>{problem.status === 404 ? 'This page is not here' : 'This page cannot be shown'}</h1>
      <p>{problem.message}</p>
    </header>,
  );
  return new Response(html, { status: problem.status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
