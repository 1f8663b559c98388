// `npm run docs`: writes docs/schema.md from the schema.
import { put } from './build/files';
import { schemaDocs } from './build/schema-docs';

await put('docs/schema.md', schemaDocs());
