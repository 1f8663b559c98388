// The files for a program: made here from what was read, each by a button of its own, since a browser asks before it takes several.
import { useMemo, useState } from 'preact/hooks';
import { csvText } from '../../src/domain/csv';
import { type ExportData, type ExportFile, type ExportProgram, exportFiles } from '../../src/domain/export';
import type { StartView } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { download } from '../app/download';
import { Button } from '../ui/button';
import { Filters } from '../ui/filters';
import { Empty } from '../ui/notice';
import { toast } from '../ui/toasts';
import * as words from '../words';
import type { Everything } from './use-everything';

const programs: readonly { value: ExportProgram; label: string }[] = [
  { value: 'plain', label: words.plainCsv },
  { value: 'hubspot', label: 'HubSpot' },
  { value: 'pipedrive', label: 'Pipedrive' },
];

export function Files({ rows }: { rows: NonNullable<Everything['rows']> }) {
  const { start, today } = useApp();
  const [program, setProgram] = useState<ExportProgram>('plain');
  const files = useMemo(() => exportFiles(program, dataOf(start, rows)), [program, start, rows]);
  const save = ({ name, table }: ExportFile) => {
    const file = `${name} ${today()}.csv`;
    download(file, csvText(table));
    toast(words.isInDownloads(file));
  };
  return (
    <>
      <Filters label={words.filesFor} options={programs} value={program} onValue={setProgram} />
      <p class="hint">{words.aboutFilesFor[program]}</p>
      {files.length === 0 && <Empty icon="note">{words.nothingToExport}</Empty>}
      <ul class="list">
        {files.map((file) => (
          <li key={file.name} class="row spread entry">
            <span class="words">
              <span class="name">{file.name}.csv</span>
              <span class="detail">{words.rowsInFile(file.count)}</span>
            </span>
            <Button onClick={() => save(file)}>
              {words.download}
              <span class="unseen"> {file.name}.csv</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function dataOf(start: StartView, rows: NonNullable<Everything['rows']>): ExportData {
  const people = new Map(start.team.map(({ key, name, email }) => [key, { name, email }]));
  const pipeline = start.pipelines[0] ?? '';
  return {
    rows,
    custom: (tab) => start.customFields[tab] ?? [],
    person: (key) => people.get(key) ?? { name: key, email: key.includes('@') ? key : '' },
    outcome: (of, stage) => start.stages.find((one) => one.name === stage && one.pipeline === of)?.outcome ?? 'open',
    pipeline,
    currency: start.currency,
  };
}
