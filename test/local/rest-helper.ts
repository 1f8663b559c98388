// The real googleapis client against the stand-in's REST door over real HTTP, on a port the system picks.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { auth, sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { openEngine } from '../../scripts/local/engine';
import type { Engine } from '../../scripts/local/engine/types';
import { type RestFault, restApp } from '../../scripts/local/rest';

export interface RestHarness {
  engine: Engine;
  root: string;
  client: sheets_v4.Sheets;
  /** Requests served, faulty ones too. */
  served(): number;
  /** Faults of the coming requests, in order. */
  faults: RestFault[];
  close(): Promise<void>;
}

/** Opens a fresh workbook `local` behind a real server; the token `secret` is the service account's. */
export async function openRest(): Promise<RestHarness> {
  const folder = mkdtempSync(join(tmpdir(), 'rowbook-rest-'));
  const engine = openEngine({
    file: join(folder, 'book.db'),
    id: 'local',
    title: 'Test book',
    locale: 'en_US',
    timeZone: 'Europe/Berlin',
    owner: 'owner@example.com',
  });
  const faults: RestFault[] = [];
  let served = 0;
  const app = restApp({
    engine,
    authorize: async (bearer) => (bearer === 'secret' ? '' : bearer.endsWith('@example.com') ? bearer : null),
    faults: {
      take: () => {
        served += 1;
        return faults.shift() ?? {};
      },
    },
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  if (!server.listening) await once(server, 'listening');
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    engine,
    root,
    client: clientFor(root, 'secret'),
    served: () => served,
    faults,
    close: async () => {
      server.close();
      await once(server, 'close');
      engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A client that asks with this bearer token and never goes to the network for another. */
export function clientFor(root: string, token: string): sheets_v4.Sheets {
  const credentials = new auth.OAuth2();
  credentials.setCredentials({ access_token: token, expiry_date: Date.now() + 3_600_000 });
  return sheets({ version: 'v4', auth: credentials, rootUrl: root });
}
