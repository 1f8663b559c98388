// What the Settings tab says, as values; and the defaults of a new workbook. Parsing rows stands here too, reading cells does not.
import type { RecordOf } from './schema';

export type Outcome = 'open' | 'won' | 'lost';

export interface Stage {
  readonly pipeline: string;
  readonly name: string;
  /** 0..1 */
  readonly probability: number;
  readonly outcome: Outcome;
  /** Days in this stage after which an open deal counts as stalled; null: never. */
  readonly stallDays: number | null;
}

export interface Settings {
  /** ISO 4217 code of amounts whose currency cell is blank. */
  readonly currency: string;
  readonly stages: readonly Stage[];
  /** What one unit of `code` is worth in the workbook's currency from `date` on (null: always). */
  readonly rates: readonly { readonly code: string; readonly rate: number; readonly date: string | null }[];
  readonly holidays: readonly string[];
  /** Address of the cloud function, blank when there is none. */
  readonly functionAddress: string;
  /** Address of the web app, blank where it is not deployed: links to records begin with it. */
  readonly webAppAddress: string;
  /** Off in a copied workbook until someone turns it on. */
  readonly automation: boolean;
  /** What becomes of a change in the grid that its author's role does not allow: it stays and is listed, or is put back. */
  readonly againstRole: 'record' | 'put back';
}

export const defaultPipeline = 'Sales';

export const defaultStages: readonly Stage[] = [
  { pipeline: defaultPipeline, name: 'Lead', probability: 0.1, outcome: 'open', stallDays: 14 },
  { pipeline: defaultPipeline, name: 'Qualified', probability: 0.25, outcome: 'open', stallDays: 21 },
  { pipeline: defaultPipeline, name: 'Proposal', probability: 0.5, outcome: 'open', stallDays: 21 },
  { pipeline: defaultPipeline, name: 'Negotiation', probability: 0.75, outcome: 'open', stallDays: 14 },
  { pipeline: defaultPipeline, name: 'Won', probability: 1, outcome: 'won', stallDays: null },
  { pipeline: defaultPipeline, name: 'Lost', probability: 0, outcome: 'lost', stallDays: null },
];

export const defaultSettings: Settings = {
  currency: 'USD',
  stages: defaultStages,
  rates: [],
  holidays: [],
  functionAddress: '',
  webAppAddress: '',
  automation: true,
  againstRole: 'record',
};

export type SettingRow = RecordOf<'settings'>;

const blank: SettingRow = {
  setting: '',
  name: null,
  value: null,
  pipeline: null,
  probability: null,
  stallDays: null,
  outcome: null,
  date: null,
};

const againstRoleSetting = 'Grid changes against a role';

/** The rows that set-up writes for these settings. */
export function settingRows(settings: Settings): SettingRow[] {
  return [
    { ...blank, setting: 'Workbook currency', value: settings.currency },
    { ...blank, setting: 'Automation', value: settings.automation ? 'on' : 'off' },
    { ...blank, setting: 'Function address', value: settings.functionAddress || null },
    { ...blank, setting: 'Web app address', value: settings.webAppAddress || null },
    { ...blank, setting: againstRoleSetting, value: settings.againstRole },
    ...settings.stages.map((stage) => ({
      ...blank,
      setting: 'Stage',
      name: stage.name,
      pipeline: stage.pipeline,
      probability: stage.probability,
      stallDays: stage.stallDays,
      outcome: stage.outcome,
    })),
    ...settings.rates.map((rate) => ({
      ...blank,
      setting: 'Currency',
      name: rate.code,
      value: String(rate.rate),
      date: rate.date,
    })),
    ...settings.holidays.map((date) => ({ ...blank, setting: 'Holiday', date })),
  ];
}

/** Settings from the rows of the tab; what is missing or unreadable falls back to the default. */
export function parseSettings(rows: readonly SettingRow[]): Settings {
  const of = (setting: string) => rows.filter((row) => (row.setting ?? '').trim().toLowerCase() === setting);
  const single = (setting: string) => of(setting)[0]?.value?.trim() ?? '';
  const stages = of('stage')
    .filter((row) => row.name)
    .map((row): Stage => {
      const outcome: Outcome = row.outcome === 'won' || row.outcome === 'lost' ? row.outcome : 'open';
      return {
        pipeline: row.pipeline ?? defaultPipeline,
        name: row.name ?? '',
        probability: row.probability ?? (outcome === 'won' ? 1 : 0),
        outcome,
        stallDays: row.stallDays,
      };
    });
  return {
    currency: single('workbook currency').toUpperCase() || defaultSettings.currency,
    stages: stages.length > 0 ? stages : defaultStages,
    rates: of('currency').flatMap((row) => {
      const rate = Number(row.value);
      return row.name && Number.isFinite(rate) && rate > 0
        ? [{ code: row.name.toUpperCase(), rate, date: row.date }]
        : [];
    }),
    holidays: of('holiday').flatMap((row) => (row.date ? [row.date] : [])),
    functionAddress: single('function address'),
    webAppAddress: single('web app address'),
    automation: single('automation').toLowerCase() !== 'off',
    againstRole: single(againstRoleSetting.toLowerCase()).toLowerCase() === 'put back' ? 'put back' : 'record',
  };
}
