// The records as files for other programs.
import type { ExportData, ExportFile } from './data';
import { hubspotFiles } from './hubspot';
import { pipedriveFiles } from './pipedrive';
import { plainFiles } from './plain';

export type { ExportData, ExportFile, ExportRow } from './data';
export { plainFile } from './plain';

export type ExportProgram = 'plain' | 'hubspot' | 'pipedrive';

/** The files to import into a program, in the order in which it wants them; those without a record are left out. */
export function exportFiles(program: ExportProgram, data: ExportData): ExportFile[] {
  const make = { plain: plainFiles, hubspot: hubspotFiles, pipedrive: pipedriveFiles }[program];
  return make(data).filter(({ count }) => count > 0);
}
