// A list as it was read: how large, how it is parted, its first rows, and what becomes of it.
import { useEffect, useId, useRef } from 'preact/hooks';
import { columnLetters } from '../../src/domain/column-letters';
import { separators } from '../../src/domain/import/delimited';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import * as words from '../words';
import { FileButton } from './file-choice';
import type { ReadList } from './read-list';
import type { Source } from './use-source';

const shownRows = 6;
const shownColumns = 12;
/** Of a cell: as much as could be read in one line. */
const shownText = 80;

export function ListPreview({ source, list }: { source: Source; list: ReadList }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { table, columns, problem } = list;
  return (
    <>
      <section class="stack tight" aria-labelledby="what-was-read">
        <div class="row spread">
          <h2 id="what-was-read" ref={heading} tabIndex={-1}>
            {words.whatWasRead} <span class="muted">{words.rowsAndColumns(table.rows.length, columns)}</span>
          </h2>
          {source.kind === 'file' ? (
            <FileButton source={source} label={words.chooseAnotherFile} />
          ) : (
            <Button onClick={source.forget}>{words.pasteOtherRows}</Button>
          )}
        </div>
        <FirstRows list={list} />
      </section>
      {problem && <Notice kind="danger">{problem}</Notice>}
      {table.openQuote !== undefined && <Notice kind="warn">{words.quoteStaysOpen(table.openQuote)}</Notice>}
      <Settings source={source} list={list} />
      <p class="muted" id="becomes-tab">
        {words.listBecomesTab}
      </p>
      <div class="actions">
        <Button kind="main" disabled={problem !== ''} describedBy="becomes-tab" onClick={source.fill}>
          {words.next}
        </Button>
      </div>
    </>
  );
}

function FirstRows({ list: { name, table, columns } }: { list: ReadList }) {
  const places = Array.from({ length: Math.min(columns, shownColumns) }, (_, at) => at);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="table-frame first-rows" aria-label={words.firstRowsOf(name)} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">{words.row}</span>
            </th>
            {places.map((at) => (
              <th key={at} scope="col">
                {columnLetters(at + 1)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, shownRows).map((row, number) => (
            <tr key={number}>
              <th scope="row" class="muted">
                {number + 1}
              </th>
              {places.map((at) => (
                <td key={at}>
                  <span class="clip">{row[at]?.slice(0, shownText)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Settings({ source, list }: { source: Source; list: ReadList }) {
  const id = useId();
  return (
    <div class="row list-settings">
      <div class="field">
        <label for={`${id}-name`}>{words.nameOfNewTab}</label>
        <input
          id={`${id}-name`}
          class="input"
          maxLength={90}
          value={source.title}
          onInput={(event) => source.setTitle(event.currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for={`${id}-separator`}>{words.separatedBy}</label>
        <select
          id={`${id}-separator`}
          class="input short"
          value={list.table.separator}
          onChange={(event) => {
            const separator = separators.find((one) => one === event.currentTarget.value);
            if (separator) source.separate(separator);
          }}
        >
          {separators.map((separator) => (
            <option key={separator} value={separator}>
              {words.separatorNames[separator]}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
