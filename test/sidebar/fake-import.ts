// A server for the import dialog's tests: one tab of six deals, of which one row is wrong and two stages are unknown words.
import type {
  CommitInput,
  ImportMapping,
  ImportPreview,
  ImportProgress,
  PreviewInput,
  Reply,
  SourceTab,
} from '../../src/rpc/contract';

const ok = <T>(value: T): Reply<T> => ({ ok: true, value });
const stages = ['Lead', 'Qualified', 'Won', 'Lost'];
const source: { [from: string]: number } = { Won: 3, Engaging: 2, '<b>Maybe</b>': 1 };

const suggested: ImportMapping = {
  main: 'deals',
  columns: [
    { column: 0, target: { kind: 'custom', tab: 'deals', header: 'Opportunity ID' } },
    { column: 1, target: { kind: 'field', tab: 'deals', field: 'company' } },
    { column: 2, target: { kind: 'field', tab: 'deals', field: 'stage' } },
    { column: 3, target: { kind: 'field', tab: 'deals', field: 'amount' } },
  ],
  values: [],
};
const headers = ['opportunity_id', 'account', 'deal_stage', 'close_value'];
const samples = [['1C1I7A6R'], ['Cancity', 'Isdom'], ['Won', 'Engaging'], ['1054', '=1+1']];
const confidence = [0.6, 0.95, 0.9, 0.4];

export class FakeImport {
  calls: [string, unknown][] = [];
  tabs: SourceTab[] = [
    { title: 'old pipeline', rows: 6, columns: 4 },
    { title: 'Deals', rows: 2, columns: 20, own: true },
  ];
  /** The source tab has no header row. */
  noHeaders = false;
  /** What the import is said to have made besides companies. */
  main: 'deals' | 'contacts' = 'deals';
  /** Rows that each step writes. */
  perStep = 2;
  /** Fails the call of this number (1 is the first step), once. */
  failAt = 0;
  /** Holds each step until this resolves. */
  gate: Promise<void> = Promise.resolve();
  private done = 0;
  private steps = 0;

  functions(): { [name: string]: (input: never) => unknown } {
    const all: { [name: string]: (input: never) => unknown } = {
      start: () => ({ ok: false, code: 'not-in-team', message: 'Not needed here.' }),
      sourceTabs: () => ok(this.tabs),
      previewImport: (input: PreviewInput) => ok(this.preview(input)),
      commitImport: (input: CommitInput) => this.commit(input),
      undoChangeSet: () => ok({ changeSet: 'CS-2', more: false, undone: 8, kept: [] }),
      openReport: () => null,
    };
    return Object.fromEntries(
      Object.entries(all).map(([name, run]) => [
        name,
        (input: never) => {
          this.calls.push([name, input]);
          return run(input);
        },
      ]),
    );
  }

  private preview({ tab, mapping = suggested }: PreviewInput): ImportPreview {
    if (this.noHeaders) {
      return {
        source: { tab, headerRow: 0, rows: 0 },
        mapping: { main: 'contacts', columns: [], values: [] },
        columns: [],
        values: [],
        counts: [],
        problems: [],
        problemCount: 0,
        skipped: 0,
        blockers: [{ code: 'no-headers', message: `The tab “${tab}” has no header row.` }],
      };
    }
    const stage = mapping.columns.find(({ target }) => target.kind === 'field' && target.field === 'stage');
    const decided = mapping.values.find(({ field }) => field === 'stage')?.map ?? {};
    const values = Object.entries(source).map(([from, count]) => ({
      from,
      count,
      to: decided[from] ?? (stages.includes(from) ? from : null),
      suggested: from === 'Engaging' ? 'Qualified' : null,
    }));
    const open = values.filter(({ to }) => to === null);
    return {
      source: { tab, headerRow: 1, rows: 6 },
      mapping,
      columns: headers.map((header, column) => ({
        column,
        header,
        samples: samples[column] ?? [],
        confidence: confidence[column] ?? 0,
        target: mapping.columns[column]?.target ?? { kind: 'skip' },
      })),
      values: stage ? [{ tab: 'deals', field: 'stage', values, choices: stages }] : [],
      counts: [
        { tab: 'companies', create: 3, update: 0, same: 0 },
        { tab: 'deals', create: 5, update: 0, same: 0 },
      ],
      problems: [
        {
          tab: 'deals',
          id: '',
          row: 4,
          field: 'amount',
          code: 'number',
          expected: 'a number',
          received: 'a lot',
          message: 'Row 4, Amount: “a lot” is not a number.',
        },
      ],
      problemCount: 1,
      skipped: 1,
      blockers: [
        ...(stage ? [] : [{ code: 'required-field', message: 'No column gives Stage, and a deal needs it.' }]),
        ...(stage && open.length > 0
          ? [
              {
                code: 'undecided-value',
                message: `Say what ${open.map(({ from }) => `“${from}”`).join(', ')} become as Stage.`,
              },
            ]
          : []),
      ],
      notes: [{ code: 'new-column', message: 'Adds the column “Opportunity ID” to Deals.' }],
    };
  }

  private async commit(_input: CommitInput): Promise<Reply<ImportProgress>> {
    this.steps += 1;
    if (this.steps === this.failAt) throw new Error('Exceeded maximum execution time');
    await this.gate;
    this.done = Math.min(6, this.done + this.perStep);
    const done = this.done === 6;
    return ok({
      importId: 'IM-1',
      changeSet: 'CS-1',
      done,
      step: done ? 'Done' : 'Deals',
      rowsDone: this.done,
      rowsTotal: 6,
      created: { companies: 3, [this.main]: this.done - 1 },
      skipped: 1,
      problems: [],
    });
  }
}
