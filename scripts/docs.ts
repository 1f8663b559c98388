// `npm run docs`: writes docs/schema.md and docs/cell-budget.md from the schema, and the README's figures from the report's
// catalogue.
import { readFile } from 'node:fs/promises';
import { cellBudgetDocs } from './build/cell-budget';
import { inProject, put } from './build/files';
import { withReportDocs } from './build/report-docs';
import { schemaDocs } from './build/schema-docs';

await put('docs/schema.md', schemaDocs());
await put('docs/cell-budget.md', cellBudgetDocs());
await put('README.md', withReportDocs(await readFile(inProject('README.md'), 'utf8')));
