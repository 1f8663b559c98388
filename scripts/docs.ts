// `npm run docs`: writes docs/schema.md from the schema, and the README's figures from the report's catalogue.
import { readFile } from 'node:fs/promises';
import { inProject, put } from './build/files';
import { withReportDocs } from './build/report-docs';
import { schemaDocs } from './build/schema-docs';

await put('docs/schema.md', schemaDocs());
await put('README.md', withReportDocs(await readFile(inProject('README.md'), 'utf8')));
